import { answerOf, type DeadlineAnswer } from "@/lib/pqr/answer.ts";
import type { Law } from "@/lib/pqr/case-reader.ts";
import { evaluate } from "@/lib/pqr/evaluate.ts";
import { FIRST_LAW } from "@/lib/pqr/law.ts";
import type { SentCase, SentEvent } from "@/lib/pqr/model.ts";

/** "filed 2026-02-02 10:00" as an event at that hour in Colombia; more parts in `extra`. */
export function event(type: string, when: string, extra: Partial<SentEvent> = {}): SentEvent {
  return { type, at: inBogota(when), ...extra };
}

export function inBogota(when: string): string {
  const [date = "", time = "10:00:00"] = when.split(" ");
  return `${date}T${time.length === 5 ? `${time}:00` : time}-05:00`;
}

/** A Colombian case of `caseType` at an instant of Bogotá. */
export function colombian(
  caseType: string,
  events: readonly SentEvent[],
  asOf: string,
  input?: SentCase["input"],
): SentCase {
  return { jurisdiction: "CO", caseType: `co.${caseType}`, events, asOf: inBogota(asOf), input };
}

/** @throws Error when the case is refused */
export function answered(sent: SentCase, law: Law = FIRST_LAW): DeadlineAnswer {
  const evaluated = evaluate(law, sent);
  if (!evaluated.ok) throw new Error(`${evaluated.refusal.code}: ${evaluated.refusal.about}`);
  return answerOf(evaluated);
}

/** The code and subject by which a case is refused; null when it is not. */
export function refusalOf(sent: SentCase): string | null {
  const evaluated = evaluate(FIRST_LAW, sent);
  return evaluated.ok ? null : `${evaluated.refusal.code}: ${evaluated.refusal.about}`;
}
