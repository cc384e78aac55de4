import type { Zone } from "../kernel/zone.ts";
import type { Evaluated } from "./evaluate.ts";
import { explanationOf, type ExplainedDay, type Explanation } from "./explanation.ts";
import type { Breach, Case, Evaluation, InstantField, State } from "./model.ts";

type Written = Partial<Record<InstantField, string>>;

/** An evaluation as it is sent: instants written in the supply's own zone, absent where their condition is false. */
export interface DeadlineAnswer extends Omit<Written, "dueAt"> {
  dueAt: string | null;
  daysLeft: number | null;
  state: State;
  hoursLeft?: number;
  notifiedOn?: string;
  silencioReason?: string;
  nextRemedy?: string;
  remedyDaysLeft?: number;
  warnings?: readonly string[];
  /** Each term that ran out, and the second in which it had; absent when none did. */
  breaches?: { type: Breach["type"]; at: string }[];
  /** Day by day, the term in force; empty where none runs. */
  explanation: ExplainedDay[];
  sentence: string;
  /** The other dates, each with its own reason. */
  explanations: Partial<Record<InstantField, Explanation>>;
  /** What the answer was reckoned with. */
  ruleSet: string;
  calendar: string;
}

const NOTHING_RUNS = "Ningún plazo está corriendo.";

function written(instants: Evaluation["instants"], zone: Zone): Written {
  const texts: Written = {};
  for (const field of Object.keys(instants) as InstantField[]) {
    const second = instants[field];
    if (second !== undefined) texts[field] = zone.written(second);
  }
  return texts;
}

/** The fields of the engine's contract, with the explanation of every date. */
export function answerOf({ of: ofCase, evaluation }: Extract<Evaluated, { ok: true }>): DeadlineAnswer {
  const { instants, reckonings, warnings, breaches, explains, daysLeft, state, ...fields } = evaluation;
  const { zone } = ofCase;
  const main = explains ? reckonings[explains] : undefined;
  const explanation = main ? explanationOf(main, ofCase) : { days: [], sentence: NOTHING_RUNS };
  return {
    ...{ dueAt: null, daysLeft, state },
    ...written(instants, zone),
    ...fields,
    ...(warnings.length > 0 && { warnings }),
    ...(breaches.length > 0 && {
      breaches: breaches.map(({ type, at }) => ({ type, at: zone.written(at) })),
    }),
    explanation: explanation.days,
    sentence: explanation.sentence,
    explanations: otherExplanations(evaluation, ofCase),
    ruleSet: ofCase.rules.version,
    calendar: ofCase.calendar.version,
  };
}

function otherExplanations(
  { reckonings, explains }: Evaluation,
  ofCase: Case,
): DeadlineAnswer["explanations"] {
  const others: DeadlineAnswer["explanations"] = {};
  for (const field of Object.keys(reckonings) as InstantField[]) {
    const reckoning = reckonings[field];
    if (reckoning && field !== explains) others[field] = explanationOf(reckoning, ofCase);
  }
  return others;
}
