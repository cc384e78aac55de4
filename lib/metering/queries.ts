import { visibleTo } from "../accounts/policy.ts";
import { dateColumn } from "../kernel/civil-date.ts";
import type { Context, CustomerActor, StaffActor } from "../kernel/context.ts";
import { decimalTextOrNull } from "../kernel/decimal.ts";
import type { UsagePointHeading, UsagePointInformation } from "./model.ts";

const heading = { number: true, address: true, comuna: true, region: true } as const;

/** The supplies an actor may see, by number. */
export async function usagePoints(ctx: Context<CustomerActor>): Promise<UsagePointHeading[]> {
  return ctx.db.usagePoint.findMany({
    where: visibleTo(ctx.actor),
    select: heading,
    orderBy: { number: "asc" },
  });
}

/** Everything known of a supply today, or null when it is not the actor's to see. */
export async function usagePointInformation(
  ctx: Context<CustomerActor | StaffActor>,
  number: string,
): Promise<UsagePointInformation | null> {
  const today = dateColumn(ctx.today());
  // A former holder still linked to their own time sees the supply, not who lives there now.
  const ownAgreement =
    ctx.actor.kind === "staff" ? {} : { links: { some: { userId: ctx.actor.userId, endedAt: null } } };
  const found = await ctx.db.usagePoint.findFirst({
    where: { number, ...visibleTo(ctx.actor) },
    select: {
      ...heading,
      pricingStructure: true,
      billingMonths: true,
      serviceCapacityKva: true,
      transformerName: true,
      transformerRatedKva: true,
      voltageLevel: true,
      agreements: {
        where: { validFrom: { lte: today }, ...ownAgreement },
        orderBy: { validFrom: "desc" },
        take: 1,
        select: { customer: { select: { identityNumber: true, name: true, email: true, phone: true } } },
      },
      meters: {
        where: { installedOn: { lte: today }, OR: [{ removedOn: null }, { removedOn: { gte: today } }] },
        orderBy: { installedOn: "desc" },
        take: 1,
        select: { serialNumber: true },
      },
    },
  });
  if (!found) return null;
  const { agreements, meters, serviceCapacityKva, transformerRatedKva, ...rest } = found;
  return {
    ...rest,
    serviceCapacityKva: decimalTextOrNull(serviceCapacityKva),
    transformerRatedKva: decimalTextOrNull(transformerRatedKva),
    holder: agreements[0]?.customer ?? null,
    meterSerialNumber: meters[0]?.serialNumber ?? null,
  };
}
