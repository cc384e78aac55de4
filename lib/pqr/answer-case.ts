import { answerOf, type DeadlineAnswer } from "./answer.ts";
import type { Law } from "./case-reader.ts";
import { evaluate } from "./evaluate.ts";
import type { Refusal } from "./model.ts";
import { sentCase, troubleIn } from "./schema.ts";

export type CaseAnswer = { ok: true; answer: DeadlineAnswer } | { ok: false; refusal: Refusal };

/** The answer to whatever a program sent as a case. */
export function answerCase(law: Law, sent: unknown): CaseAnswer {
  const parsed = sentCase.safeParse(sent);
  if (!parsed.success)
    return { ok: false, refusal: { code: "malformed_case", about: troubleIn(parsed.error) } };
  const evaluated = evaluate(law, parsed.data);
  return evaluated.ok ? { ok: true, answer: answerOf(evaluated) } : evaluated;
}
