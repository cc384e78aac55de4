import { Temporal } from "temporal-polyfill";

/** A day of the calendar, "2026-11-22": no hour, no zone. Legal dates are these. Sorts as text. */
export type CivilDate = string & { readonly __brand: "CivilDate" };

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** `text` as a day, or null when it is not `AAAA-MM-DD` or no such day exists. */
export function parseCivilDate(text: string): CivilDate | null {
  // Temporal would do, but a load parses millions: a day that does not exist overflows into another, or into NaN.
  const exists = SHAPE.test(text) && new Date(text).getUTCDate() === Number(text.slice(8));
  return exists ? (text as CivilDate) : null;
}

/** @throws RangeError when `text` is not a day; for dates written in code and tests. */
export function day(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (!date) throw new RangeError(`not a day: ${text}`);
  return date;
}

/** The day it is at `instant` in `timeZone` (IANA name). */
export function civilDateAt(instant: Date, timeZone: string): CivilDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString() as CivilDate;
}

/** A `date` column as the driver hands it over: midnight UTC of that day. */
export function civilDateOf(column: Date): CivilDate {
  return column.toISOString().slice(0, 10) as CivilDate;
}

/** What a `date` column wants: midnight UTC of the day. */
export function dateColumn(date: CivilDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

const MS_A_DAY = 86_400_000;

export function addDays(date: CivilDate, days: number): CivilDate {
  return civilDateOf(new Date(Date.parse(date) + days * MS_A_DAY));
}

/** Days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return (Date.parse(to) - Date.parse(from)) / MS_A_DAY;
}

/** The same day of the month `months` later, or that month's last day when it has none. */
export function addMonthsTo(date: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  return civilDateOf(new Date(lastOfMonth.setUTCDate(Math.min(dayOfMonth, lastOfMonth.getUTCDate()))));
}

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (date: CivilDate) => new Date(Date.parse(date)).getUTCDay();
