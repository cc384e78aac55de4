import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "../../../lib/kernel/civil-date.ts";
import { Decimal, sumOf, type DecimalText } from "../../../lib/kernel/decimal.ts";
import { addMonths, period, type Period } from "../../../lib/kernel/period.ts";
import { registerAdvance, withConsumption } from "../../../lib/metering/consumption.ts";
import { readingRows } from "../../../lib/metering/meter-history.ts";
import type { InstalledMeter, TakenReading } from "../../../lib/metering/model.ts";

const kwh = (text: string) => text as DecimalText;

function aReading(month: string, register: string | null, serialNumber = "A"): TakenReading {
  const readOn = register === null ? null : day(`${month}-28`);
  const quality = register === null ? "missing" : "actual";
  return {
    period: period(month),
    serialNumber,
    quality,
    readOn,
    registerKwh: register as DecimalText | null,
  };
}

const told = (readings: TakenReading[]) =>
  withConsumption(readings).map(({ consumptionKwh, since, unmeasured }) => [
    consumptionKwh,
    since,
    unmeasured,
  ]);

describe("what a meter advanced", () => {
  test("January 2020 of the manual: from 18.402 to 18.688 there are 286 kWh", () => {
    expect(registerAdvance(kwh("18402"), kwh("18688"))).toBe("286");
  });

  test("thousandths are kept exactly", () => {
    expect(registerAdvance(kwh("100.1"), kwh("100.4"))).toBe("0.3");
  });

  test("a meter that did not move used nothing, which is known", () => {
    expect(registerAdvance(kwh("500"), kwh("500"))).toBe("0");
  });

  test("a register that went round is no negative consumption", () => {
    expect(registerAdvance(kwh("99870"), kwh("130"))).toBeNull();
  });
});

describe("the consumption of a reading", () => {
  test("is what its meter advanced since the reading before", () => {
    expect(told([aReading("2020-02", "130"), aReading("2020-01", "100")])).toEqual([
      ["30", "2020-01", null],
      [null, null, "firstReading"],
    ]);
  });

  test("counts from the last value known when nobody read the meter in between", () => {
    expect(told([aReading("2020-03", "190"), aReading("2020-02", null), aReading("2020-01", "100")])).toEqual(
      [
        ["90", "2020-01", null],
        [null, null, "notRead"],
        [null, null, "firstReading"],
      ],
    );
  });

  test("is not known when the register shows less than before, and goes on from there", () => {
    expect(
      told([aReading("2020-03", "190"), aReading("2020-02", "130"), aReading("2020-01", "99870")]),
    ).toEqual([
      ["60", "2020-02", null],
      [null, null, "registerFell"],
      [null, null, "firstReading"],
    ]);
  });

  test("is never taken between two meters", () => {
    const readings = [
      aReading("2020-03", "45", "B"),
      aReading("2020-02", "12", "B"),
      aReading("2020-02", "130", "A"),
      aReading("2020-01", "100", "A"),
    ];
    expect(told(readings)).toEqual([
      ["33", "2020-02", null],
      [null, null, "firstReading"],
      ["30", "2020-01", null],
      [null, null, "firstReading"],
    ]);
  });

  test("whatever is read: never negative, and of a register that only rises the parts add up to the whole", () => {
    const steps = fc.array(fc.integer({ min: 0, max: 9_999 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(steps, fc.boolean(), (advances, falls) => {
        let shows = 1_000;
        const readings = advances.map((advance, at) => {
          shows += falls && at % 3 === 0 ? -advance : advance;
          return aReading(addMonths(period("2020-01"), at), String(Math.max(0, shows)));
        });
        const rows = withConsumption(readings);
        const values = rows.flatMap(({ consumptionKwh }) => consumptionKwh ?? []);
        expect(values.every((value) => !new Decimal(value).isNegative())).toBe(true);
        const [first, last] = [readings[0]?.registerKwh, readings.at(-1)?.registerKwh];
        if (!falls && first && last) expect(sumOf(values)).toBe(new Decimal(last).minus(first).toFixed());
      }),
    );
  });
});

describe("the rows of the readings", () => {
  const meters: InstalledMeter[] = [
    { serialNumber: "B", installedOn: day("2020-02-20"), removedOn: null },
    { serialNumber: "A", installedOn: day("2015-01-01"), removedOn: day("2020-02-20") },
  ];
  const rowsOf = (readings: TakenReading[], given: { billedUntil?: Period; billingMonths?: number } = {}) =>
    readingRows({ readings, meters, billedUntil: null, billingMonths: 1, ...given });

  test("without readings there are none, whatever was billed", () => {
    expect(rowsOf([], { billedUntil: period("2020-08") })).toEqual([]);
  });

  test("one reading is one row that measures nothing", () => {
    expect(rowsOf([aReading("2020-01", "100")])).toMatchObject([
      { period: "2020-01", consumptionKwh: null, unmeasured: "firstReading" },
    ]);
  });

  test("in the month of a change the new meter comes first", () => {
    const readings = [aReading("2020-02", "130", "A"), aReading("2020-02", "12", "B")];
    expect(rowsOf(readings).map(({ serialNumber }) => serialNumber)).toEqual(["B", "A"]);
  });

  test("a month between two readings of which none was loaded is a row of unknowns", () => {
    expect(rowsOf([aReading("2020-01", "100"), aReading("2020-03", "190")])).toMatchObject([
      { period: "2020-03", consumptionKwh: "90", since: "2020-01" },
      { period: "2020-02", quality: null, registerKwh: null, unmeasured: "notLoaded" },
      { period: "2020-01" },
    ]);
  });

  test("a supply billed every two months has no reading to miss in between", () => {
    const readings = [aReading("2020-01", "100"), aReading("2020-03", "190")];
    expect(rowsOf(readings, { billingMonths: 2 }).map((row) => row.period)).toEqual(["2020-03", "2020-01"]);
  });

  test("they end with the newest month billed, as the history of charges does, and are 36 at most", () => {
    const readings = Array.from({ length: 50 }, (_, at) =>
      aReading(addMonths(period("2016-01"), at), String(1_000 + at * 10)),
    );
    const rows = rowsOf(readings, { billedUntil: period("2020-04") });
    expect(rows).toHaveLength(36);
    expect(rows[0]).toMatchObject({ period: "2020-04", unmeasured: "notLoaded" });
    expect(rows.at(-1)).toMatchObject({ period: "2017-05", consumptionKwh: "10", since: "2017-04" });
  });
});
