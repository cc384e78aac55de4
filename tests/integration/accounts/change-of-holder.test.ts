import { expect, test } from "vitest";
import { linkSupply } from "../../../lib/accounts/commands/link-supply.ts";
import { acceptShare, inviteToSupply } from "../../../lib/accounts/commands/share-supply.ts";
import { supplyAccess } from "../../../lib/accounts/queries.ts";
import { consumptionHistory, periodCharges } from "../../../lib/billing/queries.ts";
import { day } from "../../../lib/kernel/civil-date.ts";
import { period } from "../../../lib/kernel/period.ts";
import { meterHistory, usagePointInformation } from "../../../lib/metering/queries.ts";
import { aBill, anAgreement, aReading } from "../../support/builders.ts";
import { freshDatabase } from "../../support/database.ts";
import {
  aLinkedPerson,
  anOrigin,
  aPerson,
  aProvableSupply,
  mailsTo,
  proofWith,
  type APerson,
} from "../../support/supplies.ts";

const { db } = await freshDatabase();
const SHARES = "/mi-cuenta/suministros/compartido/";

const documents = async (person: APerson, number: string) =>
  (await consumptionHistory(person.ctx, number))?.rows.map((row) => row.period);

async function invited(from: APerson, number: string) {
  const guest = await aPerson(db);
  await inviteToSupply(from.ctx, number, { written: guest.email, origin: anOrigin() });
  return { guest, token: (await mailsTo(db, guest.email, SHARES)).at(-1)?.token ?? "" };
}
const accept = (guest: APerson, token: string) => acceptShare(guest.ctx, { token, origin: anOrigin() });

/** The holder of July and August leaves on the last day of August, as a load says; another holds it from September. */
async function aChangeOfHolder() {
  const supply = await aProvableSupply(db);
  const { number, printed, agreement, meter, totals } = supply;
  const before = await aLinkedPerson(db, printed);
  const { guest, token } = await invited(before, number);
  expect(await accept(guest, token)).toMatchObject({ ok: true });
  const pending = await invited(before, number);
  for (const [month, registerKwh] of [
    ["2026-08", "100"],
    ["2026-09", "150"],
  ] as const)
    await aReading(db, meter, { period: period(month), registerKwh });
  await db.customerAgreement.update({
    where: { id: agreement.id },
    data: { validTo: new Date("2026-08-31") },
  });
  const next = await anAgreement(db, number, { validFrom: day("2026-09-01") });
  const [, august = "", september = ""] = totals;
  return { ...supply, before, guest, pending, next, august, september };
}

test("each sees their own time and nothing of the other's, and so do those with whom they share", async () => {
  const { number, before, guest, printed, next } = await aChangeOfHolder();
  const after = await aLinkedPerson(db, printed);
  const second = await invited(after, number);
  expect(await accept(second.guest, second.token)).toMatchObject({ ok: true });
  for (const person of [before, guest]) {
    expect(await documents(person, number)).toEqual(["2026-08", "2026-07"]);
    expect(await periodCharges(person.ctx, number, period("2026-09"))).toBeNull();
    expect((await usagePointInformation(person.ctx, number))?.holder?.identityNumber).not.toBe(
      next.customer.identityNumber,
    );
    expect((await meterHistory(person.ctx, number))?.rows.map((row) => row.registerKwh)).not.toContain("150");
  }
  for (const person of [after, second.guest]) {
    expect(await documents(person, number)).toEqual(["2026-10", "2026-09"]);
    expect(await periodCharges(person.ctx, number, period("2026-08"))).toBeNull();
    expect((await meterHistory(person.ctx, number))?.rows.map((row) => row.registerKwh)).not.toContain("100");
  }
});

test("a bill of the holder before proves nothing any more, one of the new holder's does", async () => {
  const { printed, august, september } = await aChangeOfHolder();
  const { ctx } = await aPerson(db);
  expect(await linkSupply(ctx, proofWith(printed, { total: august }))).toMatchObject({ ok: false });
  expect(await linkSupply(ctx, proofWith(printed, { total: september }))).toMatchObject({ ok: true });
});

test("an invitation of who has left is useless, and they can send none", async () => {
  const { number, before, pending } = await aChangeOfHolder();
  expect(await accept(pending.guest, pending.token)).toEqual({ ok: false, error: "link/useless" });
  expect(await documents(pending.guest, number)).toBeUndefined();
  expect(
    await inviteToSupply(before.ctx, number, { written: "x@correo.example", origin: anOrigin() }),
  ).toBeNull();
  expect(await supplyAccess(before.ctx, number)).toMatchObject({ own: true, canShare: false, others: [] });
});

test("who had the supply and links it again under the new contract sees both times", async () => {
  const { number, before, guest, printed } = await aChangeOfHolder();
  expect(await linkSupply(before.ctx, proofWith(printed))).toMatchObject({ ok: true });
  expect(await documents(before, number)).toEqual(["2026-10", "2026-09", "2026-08", "2026-07"]);
  // What was shared was the time before: the new one is not, until it is shared again.
  expect(await documents(guest, number)).toEqual(["2026-08", "2026-07"]);
});

test("who was a guest of the holder before links the new contract by its own bill", async () => {
  const { number, guest, printed } = await aChangeOfHolder();
  expect(await linkSupply(guest.ctx, proofWith(printed))).toMatchObject({ ok: true });
  expect(await documents(guest, number)).toEqual(["2026-10", "2026-09", "2026-08", "2026-07"]);
});

test("the next holder is told of links to their contract, not the one before", async () => {
  const { printed, holderEmail, next, before } = await aChangeOfHolder();
  await db.customer.update({
    where: { id: next.customerId },
    data: { email: `nueva-${next.id}@correo.example` },
  });
  const told = await Promise.all([holderEmail, before.email].map((to) => mailsTo(db, to)));
  await aLinkedPerson(db, printed);
  expect(await Promise.all([holderEmail, before.email].map((to) => mailsTo(db, to)))).toEqual(told);
  expect(await mailsTo(db, `nueva-${next.id}@correo.example`)).toHaveLength(1);
});

test("a supply that nobody holds any more cannot be linked", async () => {
  const { printed, agreement, number } = await aProvableSupply(db);
  await db.customerAgreement.update({
    where: { id: agreement.id },
    data: { validTo: new Date("2026-11-21") },
  });
  expect(await linkSupply((await aPerson(db)).ctx, proofWith(printed))).toMatchObject({ ok: false });
  // One that ends today is in force today.
  await db.customerAgreement.update({
    where: { id: agreement.id },
    data: { validTo: new Date("2026-11-22") },
  });
  await aBill(db, number, { period: "2026-08", document: "again", taxableAmount: "1" });
  expect(await linkSupply((await aPerson(db)).ctx, proofWith(printed))).toMatchObject({ ok: true });
});
