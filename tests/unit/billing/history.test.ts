import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareYears, historyRows, unknownPeriods } from "../../../lib/billing/history.ts";
import { arranged, historyListing } from "../../../lib/billing/listing.ts";
import type { HistoryRow } from "../../../lib/billing/model.ts";
import { addDays } from "../../../lib/kernel/civil-date.ts";
import type { DecimalText } from "../../../lib/kernel/decimal.ts";
import { pageOf } from "../../../lib/kernel/listing.ts";
import { addMonths, firstDayOf, period, type Period } from "../../../lib/kernel/period.ts";

function aRow(month: Period, kwh: number | null): HistoryRow {
  const consumptionKwh = kwh === null ? null : (String(kwh) as DecimalText);
  const document = kwh === null ? null : `D-${month}`;
  const amount = consumptionKwh;
  return {
    period: month,
    document,
    consumptionKwh,
    quality: null,
    netAmount: amount,
    totalAmount: amount,
    dueOn: null,
    settlement: null,
    dte: null,
  };
}

function aBilledMonth(month: Period) {
  const servedFrom = firstDayOf(month);
  return {
    ...aRow(month, 1),
    document: `D-${month}`,
    servedFrom,
    servedTo: addDays(firstDayOf(addMonths(month, 1)), -1),
  };
}

describe("the rows of a history", () => {
  test("a supply of two months has two rows, not 36", () => {
    const bills = [aBilledMonth(period("2026-10")), aBilledMonth(period("2026-09"))];
    expect(historyRows(bills, new Map())).toHaveLength(2);
  });

  test("without bills and readings there is nothing to show", () => {
    expect(historyRows([], new Map())).toEqual([]);
  });

  test("whatever is loaded: newest first, at most 36 months, each month once, every bill of the window kept", () => {
    const months = fc.uniqueArray(fc.integer({ min: 0, max: 80 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(months, (offsets) => {
        const bills = offsets.map((offset) => aBilledMonth(addMonths(period("2020-01"), offset)));
        const rows = historyRows(bills, new Map());
        const periods = rows.map((row) => row.period);
        expect(periods).toEqual([...new Set(periods)].sort().reverse());
        expect(periods.length).toBeLessThanOrEqual(36);
        const oldest = addMonths(periods[0] ?? period("2020-01"), -35);
        const kept = rows.filter((row) => row.document !== null).length;
        expect(kept).toBe(bills.filter((bill) => bill.period >= oldest).length);
      }),
    );
  });
});

describe("one year against the one before", () => {
  const months = (year: number, values: (number | null)[]) =>
    values.map((kwh, index) => aRow(period(`${year}-0${index + 1}`), kwh)).reverse();

  test("the months known of the newest year, against the same months", () => {
    const rows = [...months(2020, [286, 391, null]), ...months(2019, [300, 400, 500])];
    expect(compareYears(rows)).toEqual({
      from: "2020-01",
      to: "2020-02",
      consumptionKwh: "677",
      previousKwh: "700",
      changePercent: -3,
    });
    expect(unknownPeriods(rows)).toEqual(["2020-03"]);
  });

  test.each([
    ["a month of the year before is not known", [...months(2020, [1, 2]), ...months(2019, [1, null])]],
    ["the months known are not in a row", [...months(2020, [1, null, 3]), ...months(2019, [1, 1, 1])]],
    ["nothing was used the year before", [...months(2020, [1]), ...months(2019, [0])]],
    ["nothing is known", []],
  ])("no comparison when %s", (_why, rows) => {
    expect(compareYears(rows)).toBeNull();
  });
});

describe("the list that an address asks for", () => {
  const rows = [aRow(period("2020-03"), null), aRow(period("2020-02"), 9), aRow(period("2020-01"), 10)];

  test("figures are ordered as numbers, and what is unknown comes last either way", () => {
    const order = (dir: string) =>
      arranged(rows, historyListing.parse({ orden: "consumo", dir })).map((row) => row.consumptionKwh);
    expect(order("asc")).toEqual(["9", "10", null]);
    expect(order("desc")).toEqual(["10", "9", null]);
  });

  test.each([
    ["febrero", ["2020-02"]],
    ["ENERO 2020", ["2020-01"]],
    ["2020-03", ["2020-03"]],
    ["2019", []],
  ])("searching «%s»", (buscar, found) => {
    expect(arranged(rows, historyListing.parse({ buscar })).map((row) => row.period)).toEqual(found);
  });

  test.each([
    [{ pagina: "-1" }, 1],
    [{ pagina: "mil" }, 1],
    [{ pagina: "99", filas: "12" }, 1],
    [{ filas: "7" }, 1],
    [{ orden: "'; drop table" }, 1],
  ])("nonsense in the address %o shows a page all the same", (query, page) => {
    expect(pageOf(rows, historyListing.parse(query))).toMatchObject({ page, total: 3 });
  });
});
