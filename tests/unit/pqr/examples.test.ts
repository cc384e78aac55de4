import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { answerOf } from "@/lib/pqr/answer.ts";
import { evaluate } from "@/lib/pqr/evaluate.ts";
import { FIRST_LAW } from "@/lib/pqr/law.ts";
import type { SentCase } from "@/lib/pqr/model.ts";

/**
 * @law co/ley-1755 art. 14
 * @law cl/ley-19880 art. 59
 */

/** Worked by hand and by an independent script; source: the rules document, section 7. */
type Example = SentCase & { id: string; title: string; expected: Record<string, unknown> };
const examples = JSON.parse(readFileSync("tests/fixtures/deadlines/examples.json", "utf8")) as Example[];

/** What no worked example lists: the engine's additions, and a late filing's answer. */
const ADDED = [
  "explanation",
  "sentence",
  "explanations",
  "ruleSet",
  "calendar",
  "companyTargetAt",
  "silencioClaimableAt",
  "answerDueAt",
];

test("there are 61 worked examples", () => expect(examples).toHaveLength(61));

test.each(examples.map((example) => [example.id, example.title, example] as const))(
  "%s: %s",
  (_id, _title, example) => {
    const evaluated = evaluate(FIRST_LAW, example);
    if (!evaluated.ok) throw new Error(evaluated.refusal.code);
    const fields = Object.entries(answerOf(evaluated)).filter(([name]) => !ADDED.includes(name));
    expect(Object.fromEntries(fields)).toEqual(example.expected);
  },
);
