import { day, type CivilDate } from "./civil-date.ts";

/** A billing month, "2020-01". Sorts as text. */
export type Period = string & { readonly __brand: "Period" };

const SHAPE = /^(19|20)\d{2}-(0[1-9]|1[0-2])$/;

/** `text` as a period, or null when it is not `AAAA-MM`. */
export function parsePeriod(text: string): Period | null {
  return SHAPE.test(text) ? (text as Period) : null;
}

/** @throws RangeError when `text` is not a period; for periods written in code and tests. */
export function period(text: string): Period {
  const parsed = parsePeriod(text);
  if (!parsed) throw new RangeError(`not a period: ${text}`);
  return parsed;
}

const monthIndex = (value: Period) => Number(value.slice(0, 4)) * 12 + Number(value.slice(5)) - 1;
const fromMonthIndex = (index: number) =>
  `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}` as Period;

export function addMonths(value: Period, months: number): Period {
  return fromMonthIndex(monthIndex(value) + months);
}

/** Months from `from` to `to`; negative when `to` comes first. */
export function monthsBetween(from: Period, to: Period): number {
  return monthIndex(to) - monthIndex(from);
}

export const periodOf = (date: CivilDate) => date.slice(0, 7) as Period;
export const firstDayOf = (value: Period) => day(`${value}-01`);

/** `count` periods that end with `newest`, newest first. */
export function periodsUntil(newest: Period, count: number): Period[] {
  return Array.from({ length: count }, (_, back) => addMonths(newest, -back));
}
