import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FIRST_CALENDARS } from "@/lib/jurisdiction/rule-sets.ts";
import { businessCalendar, YearNotCovered } from "@/lib/kernel/business-calendar.ts";
import { day } from "@/lib/kernel/civil-date.ts";
import { zoneNamed } from "@/lib/kernel/zone.ts";

/**
 * @law co/ley-51 § feriados
 * @law co/ley-2578 § feriados
 * @law cl/ley-2977 § feriados
 * @law cl/ley-19668 § feriados
 * @law cl/ley-20148 § feriados
 * @law cl/ley-20299 § feriados
 * @law cl/ley-20983 § feriados
 * @law cl/ley-21357 § feriados
 * @law cl/ley-18700 § feriados
 * @law cl/codigo-del-trabajo art. 35
 * @law bo/ds-2750 § feriados
 * @law bo/ds-5328 § feriados
 * @law bo/ds-5521 § feriados
 * @law py/ley-1723 § feriados
 * @law py/ley-7544 § feriados
 */

/** Computed from law, apart from this project; source: the rules document, section 6. */
const known = JSON.parse(readFileSync("tests/fixtures/deadlines/holidays.json", "utf8")) as Record<
  string,
  Record<string, string>
>;

test.each(FIRST_CALENDARS.map((data) => [data.id, data] as const))(
  "the calendar %s has exactly the days of the reference, each with its norm",
  (id, { days }) => {
    expect(days.map(({ on }) => on).toSorted()).toEqual(Object.keys(known[id] ?? {}));
    expect(days.filter(({ norm, name }) => !norm || !name)).toEqual([]);
  },
);

test("every calendar of the reference is there", () => {
  expect(FIRST_CALENDARS.map(({ id }) => id).sort()).toEqual(Object.keys(known).sort());
});

const years = { id: "X", version: "X 1", provisionalYears: [], days: [] };

test("a gap between years is not crossed", () => {
  const calendar = businessCalendar({ ...years, years: [2025, 2027] });
  expect(calendar.addBusinessDays(day("2025-12-30"), 1)).toBe("2025-12-31");
  expect(() => calendar.addBusinessDays(day("2025-12-30"), 2)).toThrow(YearNotCovered);
  expect(() => calendar.isBusinessDay(day("2027-01-04"))).toThrow(YearNotCovered);
});

test("a calendar of no years covers nothing", () => {
  expect(() => businessCalendar({ ...years, years: [] }).covered(day("2026-01-01"))).toThrow(YearNotCovered);
});

test.each([
  ["America/Santiago", "2026-04-04", "2026-04-04T23:59:59-04:00", "the hour comes twice: the second counts"],
  ["America/Santiago", "2026-09-05", "2026-09-05T23:59:59-04:00", "the next midnight does not exist"],
  ["America/Santiago", "2026-09-06", "2026-09-06T23:59:59-03:00", "a day that began at one o'clock"],
  ["America/Bogota", "2026-02-23", "2026-02-23T23:59:59-05:00", "no change of the clock"],
  ["America/Havana", "2026-11-01", "2026-11-01T23:59:59-05:00", "a change in the small hours"],
])("in %s the day %s ends at %s (%s)", (zone, date, end) => {
  const clock = zoneNamed(zone);
  expect(clock?.written(clock.endOf(day(date)))).toBe(end);
});
