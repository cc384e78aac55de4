import { describe, expect, test } from "vitest";
import { lastBilledOn } from "../../../lib/billing/queries.ts";
import { dateColumn, day } from "../../../lib/kernel/civil-date.ts";
import { period } from "../../../lib/kernel/period.ts";
import { meterHistory } from "../../../lib/metering/queries.ts";
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
const column = (text: string) => dateColumn(day(text));

describe("who sees the meter and its readings", () => {
  test("the owner and staff do; for a stranger the supply does not exist", async () => {
    const { ctx, usagePoint } = await aLinkedUsagePoint(db);
    const meter = await aMeter(db, usagePoint.number);
    await aReading(db, meter, { period: period("2026-09"), registerKwh: "18402" });
    await aReading(db, meter, { period: period("2026-10"), registerKwh: "18688" });
    const stranger = contextOf(db, asCustomer(await aPortalUser(db)));
    const staff = contextOf(db, asStaff(await aPortalUser(db, { staffRole: "desk" })));
    for (const reader of [ctx, staff])
      expect(await meterHistory(reader, usagePoint.number)).toMatchObject({
        installed: { serialNumber: meter.serialNumber },
        rows: [
          { period: "2026-10", registerKwh: "18688", consumptionKwh: "286", quality: "actual" },
          { period: "2026-09", registerKwh: "18402", consumptionKwh: null },
        ],
      });
    expect(await meterHistory(stranger, usagePoint.number)).toBeNull();
    expect(await meterHistory(ctx, "no-such-supply")).toBeNull();
  });

  /** One supply, two holders: the first until 14 June 2026, the second from the 15th, each with their account. */
  async function aChangeOfHolder() {
    const first = await aLinkedUsagePoint(db, { validFrom: day("2020-01-01"), validTo: day("2026-06-14") });
    const { number } = first.usagePoint;
    const agreement = await anAgreement(db, number, { validFrom: day("2026-06-15") });
    const user = await aPortalUser(db);
    await db.usagePointLink.create({
      data: { userId: user.id, usagePointNumber: number, agreementId: agreement.id, linkedAt: new Date() },
    });
    return { number, first, second: contextOf(db, asCustomer(user)) };
  }

  test("each holder sees the readings of their own days, and no consumption across the change", async () => {
    const { number, first, second } = await aChangeOfHolder();
    const meter = await aMeter(db, number);
    await aReading(db, meter, { period: period("2026-04"), registerKwh: "100" });
    await aReading(db, meter, { period: period("2026-05"), registerKwh: "130" });
    await aReading(db, meter, { period: period("2026-06"), registerKwh: "170" });
    await aReading(db, meter, { period: period("2026-07"), registerKwh: "220" });
    const told = async (ctx: typeof second) =>
      (await meterHistory(ctx, number))?.rows.map((row) => [row.period, row.consumptionKwh]);
    expect(await told(first.ctx)).toEqual([
      ["2026-05", "30"],
      ["2026-04", null],
    ]);
    expect(await told(second)).toEqual([
      ["2026-07", "50"],
      ["2026-06", null],
    ]);
  });

  test("the date of the last bill is that of a bill of their own days, and of one in force", async () => {
    const { number, first, second } = await aChangeOfHolder();
    await aBill(db, number, { period: "2026-05", issuedOn: column("2026-06-01") });
    await aBill(db, number, { period: "2026-07", issuedOn: column("2026-08-03") });
    await aBill(db, number, {
      period: "2026-08",
      issuedOn: column("2026-09-02"),
      cancelledOn: column("2026-09-05"),
    });
    expect(await lastBilledOn(first.ctx, number)).toBe("2026-06-01");
    expect(await lastBilledOn(second, number)).toBe("2026-08-03");
    const stranger = contextOf(db, asCustomer(await aPortalUser(db)));
    expect(await lastBilledOn(stranger, number)).toBeNull();
  });

  test("a link that ended shows nothing", async () => {
    const { ctx, usagePoint, link } = await aLinkedUsagePoint(db);
    await db.usagePointLink.update({ where: { id: link.id }, data: { endedAt: new Date() } });
    expect(await meterHistory(ctx, usagePoint.number)).toBeNull();
    expect(await lastBilledOn(ctx, usagePoint.number)).toBeNull();
  });
});

describe("what is not there", () => {
  test("a supply without meter and without readings says so, and is no failure", async () => {
    const { ctx, usagePoint } = await aLinkedUsagePoint(db);
    expect(await meterHistory(ctx, usagePoint.number)).toMatchObject({
      installed: null,
      meters: [],
      rows: [],
    });
  });

  test("a supply whose meter was taken away has none today", async () => {
    const { ctx, usagePoint } = await aLinkedUsagePoint(db);
    await aMeter(db, usagePoint.number, { removedOn: column("2026-03-02") });
    const history = await meterHistory(ctx, usagePoint.number);
    expect(history?.installed).toBeNull();
    expect(history?.meters).toMatchObject([{ removedOn: "2026-03-02" }]);
  });
});

test("a change of meter: both readings of the month, each counted on its own meter", async () => {
  const { ctx, usagePoint } = await aLinkedUsagePoint(db);
  const old = await aMeter(db, usagePoint.number, { removedOn: column("2026-09-20") });
  const fresh = await aMeter(db, usagePoint.number, { installedOn: column("2026-09-20") });
  await aReading(db, old, { period: period("2026-08"), registerKwh: "9000" });
  await aReading(db, old, { period: period("2026-09"), registerKwh: "9080" });
  await aReading(db, fresh, { period: period("2026-09"), registerKwh: "21" });
  await aReading(db, fresh, { period: period("2026-10"), registerKwh: "130" });
  const history = await meterHistory(ctx, usagePoint.number);
  expect(history?.installed?.serialNumber).toBe(fresh.serialNumber);
  expect(history?.rows.map((row) => [row.period, row.serialNumber, row.consumptionKwh])).toEqual([
    ["2026-10", fresh.serialNumber, "109"],
    ["2026-09", fresh.serialNumber, null],
    ["2026-09", old.serialNumber, "80"],
    ["2026-08", old.serialNumber, null],
  ]);
});
