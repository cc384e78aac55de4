import { businessCalendar, type BusinessCalendar, type CalendarData } from "../kernel/business-calendar.ts";
import { FIRST_CALENDARS, RULE_SETS } from "../jurisdiction/rule-sets.ts";
import type { Law } from "./case-reader.ts";

const counted = new WeakMap<CalendarData, BusinessCalendar>();

/** The calendar of `data`, its days counted once. */
function calendarOf(data: CalendarData): BusinessCalendar {
  const known = counted.get(data) ?? businessCalendar(data);
  counted.set(data, known);
  return known;
}

/** The rules that the portal knows, with `calendars` in the place of those it came with. */
export function lawWith(calendars: readonly CalendarData[]): Law {
  const inForce = new Map([...FIRST_CALENDARS, ...calendars].map((data) => [data.id, data]));
  return {
    ruleSet: (country) => RULE_SETS.find((set) => set.country === country),
    calendar: (id) => {
      const data = inForce.get(id);
      return data && calendarOf(data);
    },
  };
}

/** The rules and calendars that come with the portal. */
export const FIRST_LAW: Law = lawWith([]);
