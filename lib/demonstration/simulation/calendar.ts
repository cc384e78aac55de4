import type { CivilDate } from "../../kernel/civil-date.ts";
import { addMonths, monthsBetween, period, type Period } from "../../kernel/period.ts";

// A package is made of a hundred thousand days at every start: the kernel's Temporal would take half of its time.

const daysIn = (month: Period) =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();

/** The `number`th of `month`, or its last day where it is shorter. */
export const dayOf = (month: Period, number: number) =>
  `${month}-${String(number <= 28 ? number : Math.min(number, daysIn(month))).padStart(2, "0")}` as CivilDate;

const DAY_MS = 86_400_000;
export const later = (date: CivilDate, days: number) =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10) as CivilDate;
export const daysUntil = (from: CivilDate, to: CivilDate) => (Date.parse(to) - Date.parse(from)) / DAY_MS;

export const lastDayOf = (month: Period) => dayOf(month, 31);

/** From `first` to `last`, both included. */
export const monthsFrom = (first: Period, last: Period) =>
  Array.from({ length: Math.max(0, monthsBetween(first, last) + 1) }, (_, at) => addMonths(first, at));

export const yearOf = (month: Period) => Number(month.slice(0, 4));
/** 0 for January. */
export const monthAt = (month: Period) => Number(month.slice(5)) - 1;
/** Counts months, to tell which of them close a bill of two, three or six. */
export const ordinalOf = (month: Period) => monthsBetween(period("1901-01"), month);
