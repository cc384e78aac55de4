import { addDays, addMonthsTo, type CivilDate } from "../kernel/civil-date.ts";
import type { Clause, Length } from "../jurisdiction/term-rule.ts";
import type { Case, InstantField, Reckoning, Suspension } from "./model.ts";

/** From when, how long, and by which norm. */
export interface Term {
  from: CivilDate;
  fromWords: string;
  length: Length;
  clause: Pick<Clause, "norm" | "says">;
  suspensions?: readonly Suspension[];
}

/**
 * The last day of a term. Day zero is the day it starts from; business days count from the next one; months go from
 * date to date and roll to a business day; calendar days never roll.
 *
 * @law co/ley-4-1913 art. 62 (months by the calendar; a last day that is a holiday moves to the next business day)
 * @law co/ley-1755 art. 14 (from the day after the petition was received)
 */
export function lastDayOf({ calendar }: Pick<Case, "calendar">, term: Term): CivilDate {
  const { from, length, suspensions = [] } = term;
  switch (length.unit) {
    case "calendar-days":
      return calendar.covered(addDays(calendar.covered(from), length.count));
    case "months":
      return calendar.onBusinessDay(addMonthsTo(calendar.covered(from), length.count));
    case "business-days":
      return afterSuspensions(calendar, from, length.count, suspensions);
    case "hours":
      throw new RangeError("a term of hours has no last day");
  }
}

const isHeld = (date: CivilDate, suspensions: readonly Suspension[]) =>
  suspensions.some(({ from, to }) => from <= date && date <= to);

/** The `count`-th business day after `from` that no suspension holds back. */
function afterSuspensions(
  calendar: Case["calendar"],
  from: CivilDate,
  count: number,
  suspensions: readonly Suspension[],
): CivilDate {
  let date = calendar.addBusinessDays(from, count);
  if (suspensions.length === 0) return date;
  let counted = 0;
  date = from;
  while (counted < count) {
    date = calendar.addBusinessDays(date, 1);
    if (!isHeld(date, suspensions)) counted += 1;
  }
  return date;
}

/** Reckons dates of one case and keeps how each came about. */
export class Reckoner {
  readonly instants: Partial<Record<InstantField, number>> = {};
  readonly reckonings: Partial<Record<InstantField, Reckoning>> = {};
  readonly #case: Case;

  constructor(ofCase: Case) {
    this.#case = ofCase;
  }

  /** The end of the term's last day, kept under `field`. @throws YearNotCovered */
  end(field: InstantField, term: Term): number {
    return this.endOf(field, term, lastDayOf(this.#case, term));
  }

  /** The end of a day that was found otherwise. */
  endOf(field: InstantField, term: Term, until: CivilDate): number {
    const { zone, calendar } = this.#case;
    const { from, fromWords, length, clause, suspensions = [] } = term;
    this.reckonings[field] = { from, fromWords, length, until, suspensions, clause };
    calendar.covered(from);
    return this.at(field, zone.endOf(calendar.covered(until)));
  }

  /** Elapsed hours after an instant: nights, holidays and changes of the clock included. */
  hoursAfter(field: InstantField, second: number, term: Term): number {
    const { zone, calendar } = this.#case;
    const end = second + term.length.count * 3600;
    const { fromWords, length, clause } = term;
    const from = calendar.covered(zone.dateAt(second));
    this.reckonings[field] = { from, fromWords, length, until: zone.dateAt(end), suspensions: [], clause };
    return this.at(field, end);
  }

  /** An instant that follows from another; like every date, it must lie in a year that the calendar covers. */
  at(field: InstantField, second: number): number {
    this.#case.calendar.covered(this.#case.zone.dateAt(second));
    this.instants[field] = second;
    return second;
  }
}

/**
 * Where a term can be read as a shorter one, the company works to the earlier end; the case's own date stays the later.
 * Elsewhere there is no target.
 */
export function companyTarget(ofCase: Case, reckoner: Reckoner, term: Term, dueDay: CivilDate): void {
  const { rule, rules, calendar, zone } = ofCase;
  const target = rule.companyTarget
    ? lastDayOf(ofCase, { ...term, length: rule.companyTarget })
    : rule.whose === "company" && rule.length.unit === "business-days" && rules.filingDayMayCount
      ? calendar.addBusinessDays(dueDay, -1)
      : null;
  if (target) reckoner.at("companyTargetAt", zone.endOf(target));
}

/**
 * Where a user's term can be read as a longer one, the case's own date is the earlier, which is shown; nobody is late
 * before the later. Elsewhere there is no other.
 */
export function userLimit(ofCase: Case, reckoner: Reckoner, term: Term, dueDay: CivilDate): void {
  const { rule, calendar, zone } = ofCase;
  if (rule.whose !== "user") return;
  const inDoubt = rule.length.unit === "business-days" && !calendar.isBusinessDay(term.from);
  const later = rule.laterReading
    ? lastDayOf(ofCase, { ...term, length: rule.laterReading })
    : inDoubt
      ? calendar.addBusinessDays(dueDay, 1)
      : null;
  if (later) reckoner.at("lateAfterAt", zone.endOf(later));
}

/** Business days in (today, until]; 0 on the last day; afterwards at least −1. Days of evidence or delay are among them. */
export function businessDaysLeft(
  { calendar, today }: Pick<Case, "calendar" | "today">,
  until: CivilDate,
): number {
  const days = calendar.businessDaysBetween(today, until);
  return today > until ? Math.min(-1, days) : days;
}
