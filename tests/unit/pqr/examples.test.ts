import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { STATE_WORDS } from "@/lib/copy/deadlines.ts";
import { answerOf } from "@/lib/pqr/answer.ts";
import { evaluate } from "@/lib/pqr/evaluate.ts";
import { FIRST_LAW } from "@/lib/pqr/law.ts";
import { EVENT_TYPES, type SentCase } from "@/lib/pqr/model.ts";

/**
 * @law co/ley-1755 art. 14
 * @law cl/ley-19880 art. 59
 */

/** Worked by hand and by an independent script; source: the rules document, section 7. */
type Example = SentCase & { id: string; title: string; expected: Record<string, unknown> };
const read = (file: string) =>
  JSON.parse(readFileSync(`tests/fixtures/deadlines/${file}.json`, "utf8")) as Example[];
const examples = read("examples");
/**
 * For every line of the engine's contract: reckoned by a program that was written from its text alone, in another
 * language, and that knows nothing of this one.
 */
const furtherCases = read("further-cases");

/** As the contract lists them. */
const CASE_TYPES = [
  ...["conexion_c1", "conexion_c2", "inspeccion", "reconexion_c1", "reconexion_c2"].map(
    (name) => `bo.coopelect.${name}`,
  ),
  ...["bo.reclamacion_directa", "cl.horas24", "cl.reclamo_distribuidora", "cl.reposicion_sec"],
  ...[
    "consulta",
    "corte_or",
    "factibilidad_negativa",
    "peticion_documentos",
    "peticion_general",
    "queja",
  ].map((name) => `co.${name}`),
  ...["reclamo_facturacion", "reconexion", "recurso_reposicion", "reinstalacion_nt123"].map(
    (name) => `co.${name}`,
  ),
  ...["co.reinstalacion_nt4", "co.representacion", "py.reclamo_cfgN", "py.reclamo_cfgNc"],
];
const FIELDS = [
  ...["answerDueAt", "citationDueAt", "copiesDueAt", "daysLeft", "dueAt", "evidenceEndsAt", "filingLimitAt"],
  ...["hoursLeft", "nextRemedy", "nextRemedyDueAt", "notifiedOn", "remedyDaysLeft", "silencioAt"],
  ...["silencioReason", "silencioRecognitionDueAt", "state", "targetAt", "userActionDueAt", "warnings"],
];

/** What no worked example lists: the engine's additions. */
const ADDED = [
  "explanation",
  "sentence",
  "explanations",
  "ruleSet",
  "calendar",
  "companyTargetAt",
  "silencioClaimableAt",
  "breaches",
];

function fieldsOf(sent: SentCase, left: readonly string[]) {
  const evaluated = evaluate(FIRST_LAW, sent);
  if (!evaluated.ok) throw new Error(evaluated.refusal.code);
  return Object.fromEntries(Object.entries(answerOf(evaluated)).filter(([name]) => !left.includes(name)));
}

test("there are 61 worked examples", () => expect(examples).toHaveLength(61));

test.each(examples.map((example) => [example.id, example.title, example] as const))(
  "%s: %s",
  (_id, _title, example) => {
    // A late filing's answer is in the contract, and in no example.
    expect(fieldsOf(example, [...ADDED, "answerDueAt"])).toEqual(example.expected);
  },
);

test.each(furtherCases.map((one) => [one.id, one.caseType, one.expected["state"], one] as const))(
  "%s: %s, %s",
  (_id, _caseType, _state, one) => {
    expect(fieldsOf(one, ADDED)).toEqual(one.expected);
  },
);

describe("the further cases leave no line of the contract out", () => {
  const all = (found: (one: Example) => readonly unknown[]) => new Set(furtherCases.flatMap(found));
  const texts = (found: (one: Example) => readonly unknown[]) => [...all(found)].map(String).sort();

  test("every event", () => {
    expect(texts(({ events }) => events.map(({ type }) => type))).toEqual([...EVENT_TYPES].sort());
  });
  test("every state", () => {
    expect(texts(({ expected }) => [expected["state"]])).toEqual(Object.keys(STATE_WORDS).sort());
  });
  test("every case type", () => {
    expect(texts(({ caseType }) => [caseType.replace(/cfg\d+/, "cfgN")])).toEqual(CASE_TYPES);
  });
  test("every field", () => expect(texts(({ expected }) => Object.keys(expected))).toEqual(FIELDS));
  test("every warning", () => {
    expect(texts(({ expected }) => (expected["warnings"] ?? []) as string[])).toHaveLength(9);
  });
  test("every key of the input", () => {
    expect(texts(({ input }) => Object.keys(input ?? {}))).toHaveLength(5);
  });
});
