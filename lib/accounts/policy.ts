import type { Context, CustomerActor, StaffActor } from "../kernel/context.ts";
import { civilDateOf, dateColumn, day, type CivilDate } from "../kernel/civil-date.ts";
import { periodOf } from "../kernel/period.ts";
import type { Prisma } from "../platform/generated/client.ts";

/** Links of a person by their own proof, in force. */
export const ownLinks = (userId: string) =>
  ({ userId, endedAt: null, sharedById: null }) satisfies Prisma.UsagePointLinkWhereInput;

/** Own links under a contract in force on `today`: those by which they may let others see. */
export const sharableLinks = (userId: string, today: CivilDate) =>
  ({
    ...ownLinks(userId),
    agreement: { OR: [{ validTo: null }, { validTo: { gte: dateColumn(today) } }] },
  }) satisfies Prisma.UsagePointLinkWhereInput;

/** Links by which a person sees: their own, and those of others that share with them while theirs is in force. */
export const linksOf = (userId: string) =>
  ({
    userId,
    endedAt: null,
    // What is shared cannot be shared on: a share hangs from a link by proof, never from a share.
    OR: [{ sharedById: null }, { sharedBy: { endedAt: null, sharedById: null } }],
  }) satisfies Prisma.UsagePointLinkWhereInput;

/** Contracts whose time an actor may see. */
export const visibleAgreements = (actor: CustomerActor | StaffActor): Prisma.CustomerAgreementWhereInput =>
  actor.kind === "staff" ? {} : { links: { some: linksOf(actor.userId) } };

/** Which supplies an actor may see: a `where` fragment for every query of one. */
export function visibleTo(actor: CustomerActor | StaffActor): Prisma.UsagePointWhereInput {
  return actor.kind === "staff" ? {} : { agreements: { some: visibleAgreements(actor) } };
}

/** Days of a contract that an actor may see; `to` is null while it is in force. */
export interface Span {
  from: CivilDate;
  to: CivilDate | null;
}

const ALL_TIME: Span = { from: day("1900-01-01"), to: null };
const HEADING = { number: true, address: true, comuna: true, region: true } as const;

/**
 * A supply and the days of it that an actor may see, or null when it is not theirs or does not exist: a person sees the
 * time of the contracts linked to them, so that nobody sees the bills of another holder.
 */
export async function visibleSupply(ctx: Context<CustomerActor | StaffActor>, number: string) {
  if (ctx.actor.kind === "staff") {
    const usagePoint = await ctx.db.usagePoint.findUnique({ where: { number }, select: HEADING });
    return usagePoint && { usagePoint, spans: [ALL_TIME] };
  }
  const agreements = await ctx.db.customerAgreement.findMany({
    where: { usagePointNumber: number, ...visibleAgreements(ctx.actor) },
    select: { validFrom: true, validTo: true, usagePoint: { select: HEADING } },
  });
  const usagePoint = agreements[0]?.usagePoint;
  if (!usagePoint) return null;
  const spans = agreements.map(({ validFrom, validTo }): Span => ({
    from: civilDateOf(validFrom),
    to: validTo && civilDateOf(validTo),
  }));
  return { usagePoint, spans };
}

const within = ({ from, to }: Span) => ({ gte: dateColumn(from), ...(to && { lte: dateColumn(to) }) });

/** Bills whose last billed day falls in `spans`. */
export const billsWithin = (spans: readonly Span[]): Prisma.BillWhereInput => ({
  OR: spans.map((span) => ({ servedTo: within(span) })),
});

/** Payments received in `spans`, and those that name one of `documents`, which are bills of these spans. */
export const paymentsWithin = (
  spans: readonly Span[],
  documents: readonly string[],
): Prisma.PaymentWhereInput => ({
  OR: [{ document: { in: [...documents] } }, ...spans.map((span) => ({ paidOn: within(span) }))],
});

/** Readings taken in `spans`; one that nobody took belongs to its period. */
export const readingsWithin = (spans: readonly Span[]): Prisma.MeterReadingWhereInput => ({
  OR: spans.map((span) => ({
    period: { gte: periodOf(span.from), ...(span.to && { lte: periodOf(span.to) }) },
    OR: [{ readOn: null }, { readOn: within(span) }],
  })),
});
