import { expect, test } from "vitest";
import { chargeExplanations, consumptionHistory, periodCharges } from "../../../lib/billing/queries.ts";
import { day } from "../../../lib/kernel/civil-date.ts";
import { period } from "../../../lib/kernel/period.ts";
import {
  aBill,
  aLinkedUsagePoint,
  anAgreement,
  aPayment,
  aPortalUser,
  asCustomer,
  contextOf,
  NOW,
} from "../../support/builders.ts";
import { freshDatabase } from "../../support/database.ts";

/** Each bill is of 11900; October's falls due on 21 November, the day before it is looked at. */
async function twoBills() {
  const { db } = await freshDatabase();
  const linked = await aLinkedUsagePoint(db);
  const { number } = linked.usagePoint;
  const october = await aBill(db, number, { period: "2026-10" });
  const september = await aBill(db, number, { period: "2026-09", dueOn: null });
  const states = async () => {
    const history = await consumptionHistory(linked.ctx, number);
    const rows = history?.rows.map(({ settlement }) => settlement?.state ?? null);
    return { rows, owed: history?.owed.map(({ period: of }) => of), account: history?.account };
  };
  return { db, ...linked, number, october, september, states };
}

test("where the company has loaded no payments, nobody knows what is owed", async () => {
  const { states } = await twoBills();
  expect(await states()).toEqual({ rows: [null, null], owed: [], account: null });
});

test("where others pay and this supply never did, everything is owed", async () => {
  const { db, states } = await twoBills();
  const { usagePoint } = await aLinkedUsagePoint(db);
  await aPayment(db, usagePoint.number, { paidOn: "2026-10-01" });
  expect(await states()).toEqual({
    rows: ["overdue", "owed"],
    owed: ["2026-09", "2026-10"],
    account: { owedAmount: "23800", creditAmount: "0" },
  });
});

test("a bill tells its own payments, and whether it is paid", async () => {
  const { db, ctx, number, october, states } = await twoBills();
  await aPayment(db, number, { paidOn: "2026-11-10", document: october.document });
  expect((await states()).rows).toEqual(["paid", "owed"]);
  const charges = await periodCharges(ctx, number, period("2026-10"));
  expect(charges?.bills).toMatchObject([
    {
      settlement: { state: "paid", owedAmount: "0", paidOn: "2026-11-10" },
      payments: [{ paidOn: "2026-11-10", amount: "11900", method: null }],
    },
  ]);
});

test("a payment for a bill that nobody knows, or that was replaced, goes to the account", async () => {
  const { db, number, october, states } = await twoBills();
  const replaced = { period: "2026-09", replacedBy: october.document, document: "replaced" };
  await aBill(db, number, replaced);
  await aPayment(db, number, { paidOn: "2026-10-10", document: "unknown" });
  expect((await states()).rows).toEqual(["overdue", "paid"]);
  await aPayment(db, number, { paidOn: "2026-11-10", document: "replaced" });
  expect((await states()).rows).toEqual(["paid", "paid"]);
});

test("what another holder owes or paid is none of mine", async () => {
  const { db } = await freshDatabase();
  const { usagePoint, ctx } = await aLinkedUsagePoint(db, { validFrom: day("2026-06-15") });
  const { number } = usagePoint;
  await anAgreement(db, number, { validFrom: day("2020-01-01"), validTo: day("2026-06-14") });
  const before = await aBill(db, number, { period: "2026-05", document: "before" });
  await aBill(db, number, { period: "2026-07", document: "mine" });
  // The one before pays late, by document, and early, to the account.
  await aPayment(db, number, { paidOn: "2026-08-01", document: before.document });
  await aPayment(db, number, { paidOn: "2026-06-01" });
  const history = await consumptionHistory(ctx, number);
  expect(history?.account).toEqual({ owedAmount: "11900", creditAmount: "0" });
  expect(history?.owed.map(({ document }) => document)).toEqual(["mine"]);
});

test("a bill older than the months that are shown is still owed", async () => {
  const { db, number, states } = await twoBills();
  await aBill(db, number, { period: "2019-01", document: "old" });
  await aPayment(db, number, { paidOn: "2019-03-01", amount: "1" });
  expect((await states()).owed).toEqual(["2019-01", "2026-09", "2026-10"]);
});

test("a bill names its tax document only where the portal holds it", async () => {
  const { db, ctx, number } = await twoBills();
  const bill = { tipoDte: 39, folio: 7n };
  await aBill(db, number, { period: "2026-08", ...bill });
  const dteOf = async () => (await consumptionHistory(ctx, number))?.rows.at(-1)?.dte;
  expect(await dteOf()).toBeNull();
  const dte = {
    tipo: 39,
    folio: 7n,
    issuedOn: NOW,
    receiverRut: "1-9",
    totalAmount: "11900",
    sha256: "0".repeat(64),
    fileKey: "dte/0",
    startByte: 0,
    endByte: 1,
    encoding: "utf-8",
    certification: true,
    signature: "verified" as const,
  };
  await db.dte.create({ data: { issuerRut: "76354771-K", ...dte } });
  expect(await dteOf()).toBeNull();
  await db.dte.create({ data: { issuerRut: "81234560-5", ...dte } });
  expect(await dteOf()).toEqual({ tipo: 39, folio: "7" });
});

test("charges are explained as they are printed, and only those that the company has described", async () => {
  const { db, ctx } = await twoBills();
  await db.chargeDescription.create({ data: { description: "(R.M.E.)", explanation: "Resarce." } });
  expect(await chargeExplanations(ctx, ["(R.M.E.)", "Otro", "(R.M.E.)"])).toEqual(
    new Map([["(R.M.E.)", "Resarce."]]),
  );
});

test("two people of one supply see the same account", async () => {
  const { db, number, agreement, states } = await twoBills();
  await aPayment(db, number, { paidOn: "2026-11-10" });
  const other = await aPortalUser(db);
  await db.usagePointLink.create({
    data: { userId: other.id, usagePointNumber: number, agreementId: agreement.id, linkedAt: NOW },
  });
  const theirs = await consumptionHistory(contextOf(db, asCustomer(other)), number);
  expect(theirs?.account).toEqual((await states()).account);
});
