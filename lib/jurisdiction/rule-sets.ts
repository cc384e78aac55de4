import type { CalendarData } from "../kernel/business-calendar.ts";
import { bolivianHolidays } from "./bo/holidays.ts";
import { bolivianTerms } from "./bo/terms.ts";
import { chileanHolidays } from "./cl/holidays.ts";
import { chileanTerms } from "./cl/terms.ts";
import { colombianHolidays } from "./co/holidays.ts";
import { colombianTerms } from "./co/terms.ts";
import { paraguayanHolidays } from "./py/holidays.ts";
import { paraguayanTerms } from "./py/terms.ts";
import type { RuleSet } from "./term-rule.ts";

/** The legal terms of every country whose law the portal knows, whichever company it serves. */
export const RULE_SETS: readonly RuleSet[] = [chileanTerms, colombianTerms, bolivianTerms, paraguayanTerms];

/** The calendars that come with the portal: in force until a company loads its own. */
export const FIRST_CALENDARS: readonly CalendarData[] = [
  chileanHolidays,
  colombianHolidays,
  ...bolivianHolidays,
  paraguayanHolidays,
];
