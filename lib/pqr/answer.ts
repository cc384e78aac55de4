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

const NOTHING_RUNS: Explanation = { days: [], sentence: "Ningún plazo está corriendo." };

function writeInstants(answer: DeadlineAnswer, instants: Evaluation["instants"], zone: Zone): void {
  for (const field of Object.keys(instants) as InstantField[]) {
    const second = instants[field];
    if (second !== undefined) answer[field] = zone.written(second);
  }
}

/** What is there only where its condition holds. */
function writeRest(answer: DeadlineAnswer, evaluation: Evaluation, zone: Zone): void {
  const { hoursLeft, notifiedOn, silencioReason, nextRemedy, remedyDaysLeft } = evaluation;
  if (hoursLeft !== undefined) answer.hoursLeft = hoursLeft;
  if (notifiedOn !== undefined) answer.notifiedOn = notifiedOn;
  if (silencioReason !== undefined) answer.silencioReason = silencioReason;
  if (nextRemedy !== undefined) answer.nextRemedy = nextRemedy;
  if (remedyDaysLeft !== undefined) answer.remedyDaysLeft = remedyDaysLeft;
  if (evaluation.warnings.length > 0) answer.warnings = evaluation.warnings;
  if (evaluation.breaches.length > 0)
    answer.breaches = evaluation.breaches.map(({ type, at }) => ({ type, at: zone.written(at) }));
}

/** The fields of the engine's contract, with the explanation of every date. */
export function answerOf({ of: ofCase, evaluation }: Extract<Evaluated, { ok: true }>): DeadlineAnswer {
  const { instants, reckonings, explains, daysLeft, state } = evaluation;
  const { zone, rules, calendar } = ofCase;
  const main = explains ? reckonings[explains] : undefined;
  const { days, sentence } = main ? explanationOf(main, ofCase) : NOTHING_RUNS;
  // Filled one by one: spreading objects into each other would cost as much as the evaluation.
  const answer: DeadlineAnswer = {
    state,
    dueAt: null,
    daysLeft,
    explanation: days,
    sentence,
    explanations: otherExplanations(evaluation, ofCase),
    ruleSet: rules.version,
    calendar: calendar.version,
  };
  writeInstants(answer, instants, zone);
  writeRest(answer, evaluation, zone);
  return answer;
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
