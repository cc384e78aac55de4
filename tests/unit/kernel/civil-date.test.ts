import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  civilDateAt,
  civilDateOf,
  dateColumn,
  day,
  daysBetween,
  parseCivilDate,
} from "../../../lib/kernel/civil-date.ts";

const anyDay = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2100-12-31"), noInvalidDate: true })
  .map((instant) => day(instant.toISOString().slice(0, 10)));

test.each(["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "22-11-2026", "2026-11-22T00:00", ""])(
  "%j is no day",
  (text) => {
    expect(parseCivilDate(text)).toBeNull();
    expect(() => day(text)).toThrow(RangeError);
  },
);

test("29 February exists in a leap year", () => {
  expect(parseCivilDate("2020-02-29")).toBe("2020-02-29");
});

test.each([
  ["2026-09-06T03:30:00Z", "2026-09-05", "half past eleven at night: that midnight will not exist"],
  ["2026-09-06T04:00:00Z", "2026-09-06", "clocks go from 24:00 to 01:00"],
  ["2026-04-05T03:30:00Z", "2026-04-04", "the hour from 23:00 comes twice: once at −3 …"],
  ["2026-04-05T03:59:59Z", "2026-04-04", "… and again at −4, still the same day"],
  ["2026-04-05T04:00:00Z", "2026-04-05", "midnight at last"],
  ["2027-01-01T02:59:59Z", "2026-12-31", "summer, −3"],
])("at %s it is %s in Santiago (%s)", (instant, date) => {
  expect(civilDateAt(new Date(instant), "America/Santiago")).toBe(date);
});

test("a date column keeps its day wherever the server stands", () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      expect(civilDateOf(dateColumn(date))).toBe(date);
    }),
  );
});

test("adding days and counting them are each other's inverse", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
      expect(daysBetween(date, addDays(date, days))).toBe(days);
      expect(addDays(date, days) > date).toBe(days > 0);
    }),
  );
});
