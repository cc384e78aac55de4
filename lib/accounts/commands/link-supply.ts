import { randomUUID } from "node:crypto";
import { dateColumn } from "../../kernel/civil-date.ts";
import type { Context, CustomerActor } from "../../kernel/context.ts";
import type { DecimalText } from "../../kernel/decimal.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Prisma } from "../../platform/generated/client.ts";
import { LIMITS, networkOf, settleAttempt, takeAttempt } from "../../registration/attempts.ts";
import { recordEvent, type Origin } from "../../registration/security-events.ts";
import { compared, proves } from "../proof.ts";
import { heldProof, type HeldProof } from "./held-proof.ts";
import { mayEnter } from "./hold-agreement.ts";
import { tellOfLink } from "./tell-of-link.ts";

export interface SupplyProof {
  /** As typed: the supply's number ("n.º de cliente"). */
  number: string;
  /** As typed: the meter's number or, where there is none, the folio of the bill. */
  meter: string;
  total: DecimalText | null;
  origin: Origin;
}

/** Of the supply that was asked for. */
type Agreement = NonNullable<HeldProof["agreement"]>;

export type LinkError = "supply/not-proved" | "supply/too-many-attempts";

/**
 * Lets a person see a supply once they have shown what stands on its bills, and tells those whom it concerns. Who sees it
 * already has it again.
 *
 * Every refusal takes the same statements and answers the same: unknown supply, wrong datum, or said to have no business
 * there. Tries count before anything is read, for the supply whether or not it exists.
 *
 * @returns the number of the supply, as the company writes it.
 */
export async function linkSupply(
  ctx: Context<CustomerActor>,
  { number, meter, total, origin }: SupplyProof,
): Promise<Result<string, LinkError>> {
  const tries = {
    supply: { limit: LIMITS.linkSupply, subject: compared(number) },
    person: { limit: LIMITS.linkPerson, subject: ctx.actor.userId },
    network: { limit: LIMITS.linkNetwork, subject: networkOf(origin.address) },
  };
  if (!(await takeAttempt(ctx.db, Object.values(tries)))) return err("supply/too-many-attempts");
  const held = await heldProof(ctx, waysToWrite(number));
  const proved = proves({ meter, total }, held);
  const { agreement } = held;
  if (!proved || !agreement || held.disowned) return err("supply/not-proved");
  const entered = await ctx.db.$transaction((tx) => enter(tx, ctx, agreement, origin));
  if (!entered) return err("supply/not-proved");
  // The person's once a contract: or whoever has one supply would forgive themselves, with it, their tries at others.
  const forgiven = entered.first ? [tries.supply, tries.person] : [tries.supply];
  const returned = entered.first ? [tries.network] : [tries.person, tries.network];
  await settleAttempt(ctx.db, { forgiven, returned });
  return ok(agreement.number);
}

/** As typed, and without what people put between digits. */
function waysToWrite(number: string): readonly [string, string] {
  const typed = number.normalize("NFKC").trim();
  return [typed, typed.replace(/[^\p{L}\p{N}]/gu, "")];
}

/** Null when the person may not enter; otherwise whether they never had before, by this contract. */
async function enter(
  tx: Prisma.TransactionClient,
  ctx: Context<CustomerActor>,
  agreement: Agreement,
  origin: Origin,
): Promise<{ first: boolean } | null> {
  const { userId } = ctx.actor;
  const at = ctx.now();
  const { identityNumber } = await tx.portalUser.findUniqueOrThrow({
    where: { id: userId },
    select: { identityNumber: true },
  });
  if (!(await mayEnter(tx, agreement.id, { identityNumber, today: dateColumn(ctx.today()) }))) return null;
  const before = await tx.usagePointLink.count({ where: { userId, agreementId: agreement.id } });
  const linkId = await activeLink(tx, { userId, agreement, at });
  if (linkId !== null) {
    const event = { userId, kind: "supply_linked", usagePointNumber: agreement.number } as const;
    await recordEvent(tx, event, { at, origin });
    await tellOfLink(tx, linkId, { at, origin });
  }
  return { first: before === 0 };
}

/** One link in force per person and contract; what somebody shared with them is theirs from now on. Null if it was there. */
async function activeLink(
  tx: Prisma.TransactionClient,
  { userId, agreement, at }: { userId: string; agreement: Agreement; at: Date },
): Promise<string | null> {
  const [link] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO usage_point_link AS link (id, user_id, usage_point_number, agreement_id, linked_at)
    VALUES (${randomUUID()}::uuid, ${userId}::uuid, ${agreement.number}, ${agreement.id}::uuid, ${at})
    ON CONFLICT (user_id, agreement_id) WHERE ended_at IS NULL
      DO UPDATE SET shared_by_id = NULL, linked_at = EXCLUDED.linked_at WHERE link.shared_by_id IS NOT NULL
    RETURNING id::text`;
  return link?.id ?? null;
}
