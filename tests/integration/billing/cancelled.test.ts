import { expect, test } from "vitest";
import { consumptionHistory, periodCharges } from "../../../lib/billing/queries.ts";
import { dateColumn, day } from "../../../lib/kernel/civil-date.ts";
import { period } from "../../../lib/kernel/period.ts";
import { aBill, aLinkedUsagePoint } from "../../support/builders.ts";
import { freshDatabase } from "../../support/database.ts";

const { db } = await freshDatabase();

test("what was cancelled or replaced does not count: not in the history, not in the month", async () => {
  const { usagePoint, ctx } = await aLinkedUsagePoint(db);
  const month = period("2026-10");
  const stands = await aBill(db, usagePoint.number, { period: month });
  await aBill(db, usagePoint.number, { period: month, replacedBy: stands.document });
  await aBill(db, usagePoint.number, { period: month, cancelledOn: dateColumn(day("2026-11-05")) });

  const history = await consumptionHistory(ctx, usagePoint.number);
  expect(history?.rows.map(({ document }) => document)).toEqual([stands.document]);
  const charges = await periodCharges(ctx, usagePoint.number, month);
  expect(charges?.bills.map(({ document }) => document)).toEqual([stands.document]);
});
