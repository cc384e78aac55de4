import "./configured.ts";
import { linkSupply, type SupplyProof } from "../../lib/accounts/commands/link-supply.ts";
import { readAmount } from "../../lib/accounts/amount.ts";
import type { Prisma, PrismaClient } from "../../lib/platform/generated/client.ts";
import {
  aBill,
  aMeter,
  anAgreement,
  aPortalUser,
  asCustomer,
  aUsagePoint,
  contextOf,
  NOW,
} from "./builders.ts";

let address = 0;
/** A request from a network that no other test uses. */
export const anOrigin = () => ({
  address: `2001:db8:1:${(address += 1).toString(16)}::1`,
  userAgent: "Mozilla/5.0 (prueba)",
});

/** A supply under contract with a meter and bills of July to October, each with its own total; the holder has an address. */
export async function aProvableSupply(db: PrismaClient) {
  const { number } = await aUsagePoint(db);
  const agreement = await anAgreement(db, number);
  const holderEmail = `titular-${number}@correo.example`;
  await db.customer.update({ where: { id: agreement.customerId }, data: { email: holderEmail } });
  const meter = await aMeter(db, number);
  const base = 10_000 + Number(number) * 7;
  const bills = [];
  for (const [at, period] of ["2026-07", "2026-08", "2026-09", "2026-10"].entries())
    bills.push(await aBill(db, number, { period, taxableAmount: String(base + at * 1000) }));
  const totals = bills.map(({ totalAmount }) => totalAmount.toFixed());
  const printed = { number, meter: meter.serialNumber, total: totals.at(-1) ?? "" };
  return { number, agreement, holderEmail, meter, bills, totals, printed };
}

let people = 0;
/** Somebody with an account and a confirmed address. */
export async function aPerson(db: PrismaClient, given: Partial<Prisma.PortalUserUncheckedCreateInput> = {}) {
  const email = `persona-${(people += 1)}-${process.pid}@correo.example`;
  const user = await aPortalUser(db, { email, name: "Carla Paz Vera Muñoz", ...given });
  return { user, email, ctx: contextOf(db, asCustomer(user)) };
}
export type APerson = Awaited<ReturnType<typeof aPerson>>;

/** What a person answers in the form, of a supply's printed data and what is typed otherwise. */
export const proofWith = (
  printed: { number: string; meter: string; total: string },
  typed: Partial<Omit<SupplyProof, "total">> & { total?: string } = {},
): SupplyProof => ({
  origin: anOrigin(),
  ...printed,
  ...typed,
  total: readAmount(typed.total ?? printed.total),
});

/** Somebody who linked a supply with its bill. */
export async function aLinkedPerson(
  db: PrismaClient,
  printed: { number: string; meter: string; total: string },
  given: Parameters<typeof aPerson>[1] = {},
) {
  const person = await aPerson(db, given);
  const linked = await linkSupply(person.ctx, proofWith(printed));
  if (!linked.ok) throw new Error(linked.error);
  return person;
}

/** The mails that wait for an address, the oldest first: what they say, and the token of a link to `path` in them. */
export async function mailsTo(db: PrismaClient, recipient: string, path = "/no-fui-yo/suministro/") {
  const rows = await db.outboundMail.findMany({ where: { recipient }, orderBy: { id: "asc" } });
  return rows.map(({ subject, blocks }) => {
    const said = JSON.stringify(blocks);
    const token = said.split(path)[1]?.match(/^[\w-]+/)?.[0] ?? null;
    return { subject, said, token };
  });
}

export const later = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * 60 * 1000);
