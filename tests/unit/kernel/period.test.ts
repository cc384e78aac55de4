import fc from "fast-check";
import { expect, test } from "vitest";
import { daysBetween } from "../../../lib/kernel/civil-date.ts";
import {
  addMonths,
  firstDayOf,
  monthsBetween,
  parsePeriod,
  period,
  periodOf,
  periodsUntil,
} from "../../../lib/kernel/period.ts";

const anyPeriod = fc
  .tuple(fc.integer({ min: 1920, max: 2080 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => period(`${year}-${String(month).padStart(2, "0")}`));

test.each(["2020-00", "2020-13", "2020-1", "20-01", "2020-01-01", "2120-01", "pdf", ""])(
  "%j is no period",
  (text) => {
    expect(parsePeriod(text)).toBeNull();
    expect(() => period(text)).toThrow(RangeError);
  },
);

test("the 36 months that end in October 2020 begin in November 2017", () => {
  const months = periodsUntil(period("2020-10"), 36);
  expect(months).toHaveLength(36);
  expect(months[0]).toBe("2020-10");
  expect(months.at(-1)).toBe("2017-11");
});

test("adding months and counting them are each other's inverse, and a year has twelve", () => {
  fc.assert(
    fc.property(anyPeriod, fc.integer({ min: -120, max: 120 }), (month, months) => {
      const moved = addMonths(month, months);
      expect(parsePeriod(moved)).toBe(moved);
      expect(monthsBetween(month, moved)).toBe(months);
      expect(moved > month).toBe(months > 0);
      expect(addMonths(month, 12).slice(5)).toBe(month.slice(5));
    }),
  );
});

test("a period begins on its first day and the next one follows without a gap", () => {
  fc.assert(
    fc.property(anyPeriod, (month) => {
      expect(periodOf(firstDayOf(month))).toBe(month);
      const days = daysBetween(firstDayOf(month), firstDayOf(addMonths(month, 1)));
      expect(days).toBeGreaterThanOrEqual(28);
      expect(days).toBeLessThanOrEqual(31);
    }),
  );
});
