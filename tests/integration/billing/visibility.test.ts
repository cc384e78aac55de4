import { describe, expect, test } from "vitest";
import { consumptionHistory, periodCharges } from "../../../lib/billing/queries.ts";
import { day } from "../../../lib/kernel/civil-date.ts";
import { period } from "../../../lib/kernel/period.ts";
import { usagePointInformation, usagePoints } from "../../../lib/metering/queries.ts";
import {
  aBill,
  aLinkedUsagePoint,
  aMeter,
  anAgreement,
  aPortalUser,
  aReading,
  asCustomer,
  asStaff,
  contextOf,
} from "../../support/builders.ts";
import { freshDatabase } from "../../support/database.ts";

const { db } = await freshDatabase();

async function aBilledSupply() {
  const linked = await aLinkedUsagePoint(db);
  await aBill(db, linked.usagePoint.number, { period: "2026-10" });
  const stranger = contextOf(db, asCustomer(await aPortalUser(db)));
  const staff = contextOf(db, asStaff(await aPortalUser(db, { staffRole: "desk" })));
  return { ...linked, number: linked.usagePoint.number, stranger, staff };
}

describe("the owner sees, a stranger gets what does not exist, staff sees", () => {
  test("the history of a supply", async () => {
    const { ctx, stranger, staff, number } = await aBilledSupply();
    expect((await consumptionHistory(ctx, number))?.rows).toHaveLength(1);
    expect(await consumptionHistory(stranger, number)).toBeNull();
    expect(await consumptionHistory(ctx, "no-such-supply")).toBeNull();
    expect((await consumptionHistory(staff, number))?.rows).toHaveLength(1);
  });

  test("the charges of a period", async () => {
    const { ctx, stranger, staff, number } = await aBilledSupply();
    const october = period("2026-10");
    expect((await periodCharges(ctx, number, october))?.bills[0]?.totalAmount).toBe("11900");
    expect(await periodCharges(stranger, number, october)).toBeNull();
    expect(await periodCharges(ctx, number, period("2026-09"))).toBeNull();
    expect((await periodCharges(staff, number, october))?.bills).toHaveLength(1);
  });

  test("the information of a supply, and the list of supplies", async () => {
    const { ctx, stranger, staff, number, agreement } = await aBilledSupply();
    expect((await usagePointInformation(ctx, number))?.holder?.name).toBe(agreement.customer.name);
    expect(await usagePointInformation(stranger, number)).toBeNull();
    expect(await usagePointInformation(staff, number)).not.toBeNull();
    expect((await usagePoints(ctx)).map((usagePoint) => usagePoint.number)).toEqual([number]);
    expect(await usagePoints(stranger)).toEqual([]);
  });
});

describe("nobody sees another holder's time", () => {
  /** One supply, two holders: the first until 14 June 2026, the second from the 15th, each with their account. */
  async function aChangeOfHolder() {
    const first = await aLinkedUsagePoint(db, { validFrom: day("2020-01-01"), validTo: day("2026-06-14") });
    const number = first.usagePoint.number;
    const agreement = await anAgreement(db, number, { validFrom: day("2026-06-15") });
    const user = await aPortalUser(db);
    const linkedAt = new Date("2026-06-20T12:00:00Z");
    const link = { userId: user.id, usagePointNumber: number, agreementId: agreement.id, linkedAt };
    await db.usagePointLink.create({ data: link });
    const date = (text: string) => new Date(`${text}T00:00:00Z`);
    await aBill(db, number, { period: "2026-05", document: "may" });
    const closing = { servedFrom: date("2026-06-01"), servedTo: date("2026-06-14") };
    await aBill(db, number, { period: "2026-06", document: "closing", ...closing });
    const opening = { servedFrom: date("2026-06-15"), servedTo: date("2026-06-30") };
    await aBill(db, number, { period: "2026-06", document: "opening", ...opening });
    await aBill(db, number, { period: "2026-07", document: "july" });
    return { number, before: first.ctx, after: contextOf(db, asCustomer(user)), second: agreement };
  }

  test("bills belong to the contract in force on their last day, within one month too", async () => {
    const { number, before, after } = await aChangeOfHolder();
    const documents = async (ctx: typeof before) =>
      (await consumptionHistory(ctx, number))?.rows.map((row) => row.document);
    expect(await documents(before)).toEqual(["closing", "may"]);
    expect(await documents(after)).toEqual(["july", "opening"]);
    expect(
      (await periodCharges(after, number, period("2026-06")))?.bills.map((bill) => bill.document),
    ).toEqual(["opening"]);
    expect(await periodCharges(after, number, period("2026-05"))).toBeNull();
  });

  test("the former holder is not told who lives there now", async () => {
    const { number, before, after, second } = await aChangeOfHolder();
    expect((await usagePointInformation(after, number))?.holder?.identityNumber).toBe(
      second.customer.identityNumber,
    );
    expect((await usagePointInformation(before, number))?.holder?.identityNumber).not.toBe(
      second.customer.identityNumber,
    );
  });

  test("a link that ended shows nothing", async () => {
    const { ctx, number, link } = await aBilledSupply();
    await db.usagePointLink.update({ where: { id: link.id }, data: { endedAt: new Date() } });
    expect(await consumptionHistory(ctx, number)).toBeNull();
  });
});

describe("what a history shows", () => {
  test("36 months that end with the newest known; what nobody read is unknown, never zero", async () => {
    const { ctx, usagePoint } = await aLinkedUsagePoint(db);
    const meter = await aMeter(db, usagePoint.number);
    await aBill(db, usagePoint.number, { period: "2017-09", document: "too-old" });
    await aBill(db, usagePoint.number, { period: "2017-11", document: "oldest" });
    await aBill(db, usagePoint.number, { period: "2020-08", document: "newest-bill", consumptionKwh: "0" });
    await aReading(db, meter, { period: period("2020-10") });
    const rows = (await consumptionHistory(ctx, usagePoint.number))?.rows ?? [];
    expect(rows).toHaveLength(36);
    expect(rows.at(-1)).toMatchObject({ period: "2017-11", document: "oldest" });
    expect(rows[0]).toMatchObject({
      period: "2020-10",
      consumptionKwh: null,
      totalAmount: null,
      quality: "missing",
    });
    expect(rows[2]).toMatchObject({ period: "2020-08", consumptionKwh: "0" });
  });

  test("a supply billed every two months has no unknown months between its bills", async () => {
    const { ctx, usagePoint } = await aLinkedUsagePoint(db);
    const twoMonths = (from: string, to: string) => ({ servedFrom: new Date(from), servedTo: new Date(to) });
    await aBill(db, usagePoint.number, { period: "2026-08", ...twoMonths("2026-07-01", "2026-08-31") });
    await aBill(db, usagePoint.number, { period: "2026-10", ...twoMonths("2026-09-01", "2026-10-31") });
    const rows = (await consumptionHistory(ctx, usagePoint.number))?.rows ?? [];
    expect(rows.map((row) => row.period)).toEqual(["2026-10", "2026-08"]);
  });

  test("a reading is compared with the one before it on the same meter", async () => {
    const { ctx, usagePoint } = await aLinkedUsagePoint(db);
    const meter = await aMeter(db, usagePoint.number);
    await aReading(db, meter, { period: period("2026-08"), registerKwh: "18402" });
    await aReading(db, meter, { period: period("2026-10"), registerKwh: "18688.5", quality: "estimated" });
    await aBill(db, usagePoint.number, { period: "2026-10" });
    const charges = await periodCharges(ctx, usagePoint.number, period("2026-10"));
    expect(charges?.readings).toMatchObject([
      { current: { registerKwh: "18688.5", quality: "estimated" }, previous: { registerKwh: "18402" } },
    ]);
  });
});
