import { YearNotCovered } from "../kernel/business-calendar.ts";
import { readCase, type Law } from "./case-reader.ts";
import type { Case, Evaluation, Refusal, SentCase } from "./model.ts";
import { evaluatePetition } from "./petition.ts";
import { evaluateServiceTerm } from "./service-term.ts";

export type Evaluated = { ok: true; of: Case; evaluation: Evaluation } | { ok: false; refusal: Refusal };

/**
 * State, clocks and dates of a case at an instant, from its events alone. The same rule set, calendar and events give
 * the same answer, wherever and whenever it is asked.
 */
export function evaluate(law: Law, sent: SentCase): Evaluated {
  const read = readCase(law, sent);
  if (!read.ok) return read;
  const { rule, calendar, today } = read.value;
  try {
    calendar.covered(today);
    const evaluation = rule.petition
      ? evaluatePetition(read.value, rule.petition)
      : evaluateServiceTerm(read.value);
    return { ok: true, of: read.value, evaluation };
  } catch (error) {
    if (error instanceof YearNotCovered)
      return { ok: false, refusal: { code: "year_not_covered", about: error.date.slice(0, 4) } };
    throw error;
  }
}
