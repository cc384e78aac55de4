import type { CalendarData, DayCertainty } from "../kernel/business-calendar.ts";
import type { CivilDate } from "../kernel/civil-date.ts";

/** A day of a calendar's version, as it is kept. */
export interface KeptDay {
  on: CivilDate;
  kind: "holiday" | "reviewed";
  name: string;
  norm: string;
  url: string | null;
  certainty: DayCertainty;
}

/** A version of a calendar that was loaded and approved. */
export interface KeptVersion {
  calendar: string;
  number: number;
  days: readonly KeptDay[];
}

const yearOf = ({ on }: { on: CivilDate }) => Number(on.slice(0, 4));

/**
 * The calendar in force: the years that the version has reviewed, whole, in the place of those that came with the
 * portal; its other years stay as they came.
 */
export function calendarInForce(
  { calendar, number, days }: KeptVersion,
  first: CalendarData | undefined,
): CalendarData {
  const reviews = days.filter(({ kind }) => kind === "reviewed");
  const reviewed = new Set(reviews.map(yearOf));
  const isOld = (year: number) => !reviewed.has(year);
  const holidays = days.filter((day) => day.kind === "holiday" && reviewed.has(yearOf(day)));
  const provisional = reviews.filter(({ certainty }) => certainty === "provisional").map(yearOf);
  return {
    id: calendar,
    version: `${calendar} carga ${number}`,
    years: [...(first?.years.filter(isOld) ?? []), ...reviewed],
    provisionalYears: [...(first?.provisionalYears.filter(isOld) ?? []), ...provisional],
    days: [
      ...(first?.days.filter((day) => isOld(yearOf(day))) ?? []),
      ...holidays.map(({ on, name, norm, url, certainty }) => ({
        on,
        name,
        norm,
        certainty,
        ...(url !== null && { url }),
      })),
    ],
  };
}
