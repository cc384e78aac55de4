import { addDays, weekdayOf, type CivilDate } from "./civil-date.ts";

/** How sure it is that the day is a holiday: read in the norm, told by a source that is named, or only expected. */
export type DayCertainty = "firm" | "probable" | "provisional";

/** A day that does not count, with where that is written. */
export interface Holiday {
  on: CivilDate;
  name: string;
  /** The norm that makes it one: "Ley 51 de 1983". */
  norm: string;
  url?: string | undefined;
  certainty?: DayCertainty | undefined;
}

/** Holidays of a country or of a part of it, as approved. */
export interface CalendarData {
  /** "CO", or with the subdivision "BO-P". */
  id: string;
  /** Grows with every approved change. */
  version: string;
  /** Whole years whose holidays are all here. */
  years: readonly number[];
  /** Years that decrees may still change. */
  provisionalYears: readonly number[];
  days: readonly Holiday[];
}

/** A day as the calendar has it. */
export interface CalendarDay {
  date: CivilDate;
  /** 0 is Sunday. */
  weekday: number;
  isBusinessDay: boolean;
  holiday: Holiday | undefined;
}

/** The calendar says nothing of that year: what it does not say is never taken for "no holidays". */
export class YearNotCovered extends Error {
  readonly date: CivilDate;
  constructor(calendar: string, date: CivilDate) {
    super(`calendar ${calendar} does not cover ${date}`);
    this.date = date;
  }
}

/** Counts days. Every method throws YearNotCovered rather than look beyond the calendar's years. */
export interface BusinessCalendar {
  id: string;
  version: string;
  /** `date` itself, if the calendar covers it. */
  covered(date: CivilDate): CivilDate;
  isBusinessDay(date: CivilDate): boolean;
  isProvisional(date: CivilDate): boolean;
  /** The `count`-th business day after `date`. */
  addBusinessDays(date: CivilDate, count: number): CivilDate;
  /** Business days in (from, to]; negative, those in (to, from], when `to` comes first. */
  businessDaysBetween(from: CivilDate, to: CivilDate): number;
  /** `date`, or the first business day after it. */
  onBusinessDay(date: CivilDate): CivilDate;
  /** Every day from `from` to `to`, both included. */
  daysFrom(from: CivilDate, to: CivilDate): readonly CalendarDay[];
}

const SUNDAY = 0;
const SATURDAY = 6;

/** The run of years from the first one without a gap: a gap would be crossed unseen. */
function consecutive(years: readonly number[]): [first: number, last: number] {
  const sorted = years.toSorted((a, b) => a - b);
  const first = sorted[0] ?? 0;
  const run = sorted.findIndex((year, at) => year !== first + at);
  return [first, first + (run === -1 ? sorted.length : run) - 1];
}

/**
 * Hábil: from Monday to Friday and no holiday. Everything is counted once, here; questions are answered from tables.
 *
 * @law co/ley-4-1913 art. 62 (terms of days are of business days; holidays and vacant days do not count)
 * @law cl/ley-19880 art. 25 (Saturdays, Sundays and holidays do not count)
 */
export function businessCalendar({
  id,
  version,
  years,
  provisionalYears,
  days,
}: CalendarData): BusinessCalendar {
  const [firstYear, lastYear] = consecutive(years);
  const holidays = new Map(days.map((holiday) => [holiday.on, holiday]));
  const all: CalendarDay[] = [];
  /** Position of each date, business days up to and with it, and the business days in order. */
  const position = new Map<CivilDate, number>();
  const rank: number[] = [];
  const business: CivilDate[] = [];
  let date = `${firstYear}-01-01` as CivilDate;
  while (years.length > 0 && Number(date.slice(0, 4)) <= lastYear) {
    const weekday = weekdayOf(date);
    const holiday = holidays.get(date);
    const counts = weekday !== SUNDAY && weekday !== SATURDAY && !holiday;
    if (counts) business.push(date);
    position.set(date, all.length);
    all.push({ date, weekday, isBusinessDay: counts, holiday });
    rank.push(business.length);
    date = addDays(date, 1);
  }
  const positionOf = (day: CivilDate) => {
    const at = position.get(day);
    if (at === undefined) throw new YearNotCovered(id, day);
    return at;
  };
  const rankOf = (day: CivilDate) => rank[positionOf(day)] ?? 0;
  const nth = (count: number) => {
    const found = business[count - 1];
    if (found === undefined) throw new YearNotCovered(id, `${lastYear + 1}-01-01` as CivilDate);
    return found;
  };
  const isBusinessDay = (day: CivilDate) => nth(Math.max(rankOf(day), 1)) === day;
  return {
    id,
    version,
    covered: (day) => (rankOf(day), day),
    isBusinessDay,
    isProvisional: (day) => provisionalYears.includes(Number(day.slice(0, 4))),
    addBusinessDays: (day, count) => nth(rankOf(day) + count),
    businessDaysBetween: (from, to) => rankOf(to) - rankOf(from),
    onBusinessDay: (day) => (isBusinessDay(day) ? day : nth(rankOf(day) + 1)),
    daysFrom: (from, to) => all.slice(positionOf(from), positionOf(to) + 1),
  };
}
