import fc from "fast-check";
import { expect, test } from "vitest";
import type { SentCase, SentEvent } from "@/lib/pqr/model.ts";
import { answered, colombian, event, inBogota } from "../../support/deadlines.ts";

/** @law co/ley-142 art. 158 */

const FILED = event("filed", "2026-02-02");
const found = (caseType: string, events: SentEvent[], asOf: string) =>
  (answered(colombian(caseType, [FILED, ...events], asOf)).breaches ?? []).map(
    ({ type, at }) => `${at} ${type}`,
  );

const SILENT = "2026-02-24T00:00:00-05:00 silencio_positivo";
const UNRECOGNISED = "2026-02-27T00:00:01-05:00 silencio_no_reconocido";

test.each<[string, string, SentEvent[], string, string[]]>([
  ["nothing in the last second", "queja", [], "2026-02-23 23:59:59", []],
  ["silence in the next one", "queja", [], "2026-02-24 00:00:00", [SILENT]],
  ["weeks later, dated the same", "queja", [], "2026-04-30", [SILENT, UNRECOGNISED]],
  [
    "recognised in its last second",
    "queja",
    [event("silencio_recognized", "2026-02-27 00:00")],
    "2026-04-30",
    [SILENT],
  ],
  [
    "recognised late, it was not recognised in time",
    "queja",
    [event("silencio_recognized", "2026-03-10")],
    "2026-04-30",
    [SILENT, UNRECOGNISED],
  ],
  ["withdrawn between both", "queja", [event("withdrawn", "2026-02-25")], "2026-04-30", [SILENT]],
  [
    "decided in time and never sent",
    "reclamo_facturacion",
    [event("answered", "2026-02-20")],
    "2026-02-28",
    ["2026-02-28T00:00:00-05:00 silencio_positivo"],
  ],
  [
    "documents",
    "peticion_documentos",
    [],
    "2026-04-30",
    ["2026-02-17T00:00:00-05:00 solicitud_aceptada_por_silencio"],
  ],
  ["a consulta", "consulta", [], "2026-04-30", ["2026-03-17T00:00:00-05:00 vencida"]],
  [
    "the user's month, supplied late",
    "queja",
    [event("info_requested", "2026-02-09"), event("info_provided", "2026-03-20")],
    "2026-03-24",
    ["2026-03-10T00:00:00-05:00 desistimiento_por_decretar"],
  ],
])("%s", (_what, caseType, events, asOf, breaches) => {
  expect(found(caseType, events, asOf)).toEqual(breaches);
});

test("work done late had been overdue", () => {
  const late = [event("received_by_or", "2026-04-01"), event("executed", "2026-04-09")];
  expect(answered(colombian("corte_or", late, "2026-04-30")).breaches).toEqual([
    { type: "vencida", at: "2026-04-09T00:00:00-05:00" },
  ]);
});

const TYPES = [
  ...["info_requested", "info_extension_requested", "info_provided", "evidence_ordered", "evidence_closed"],
  ...["answered", "citation_sent", "notified_personal", "silencio_recognized", "withdrawn", "executed"],
];
const CASE_TYPES = ["queja", "reclamo_facturacion", "peticion_documentos", "consulta", "representacion"];

const A_DAY = 86_400_000;
const START = Date.parse(inBogota("2026-02-02"));
const later = (days: number) => new Date(START + days * A_DAY).toISOString();

const aCase: fc.Arbitrary<SentCase> = fc
  .record({
    caseType: fc.constantFrom(...CASE_TYPES),
    events: fc.array(
      fc.record({
        type: fc.constantFrom(...TYPES),
        at: fc.integer({ min: 1, max: 1600 }).map((tenths) => later(tenths / 20)),
        days: fc.constantFrom(10, 20, 30),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ caseType, events }) => ({
    ...{ jurisdiction: "CO", caseType: `co.${caseType}`, asOf: later(0) },
    events: [{ type: "filed", at: later(0) }, ...events],
  }));

test("a server that was down for days finds the same breaches as one that looked every day, each once", () => {
  const looks = Array.from({ length: 100 }, (_, at) => later(at));
  fc.assert(
    fc.property(aCase, fc.integer({ min: 1, max: 99 }), (sent, downUntil) => {
      const seen = (asOf: string) => answered({ ...sent, asOf }).breaches ?? [];
      const watched = new Set(
        looks
          .slice(0, downUntil + 1)
          .flatMap(seen)
          .map(({ type, at }) => `${at} ${type}`),
      );
      const caughtUp = seen(looks[downUntil] ?? "").map(({ type, at }) => `${at} ${type}`);
      expect([...watched].sort()).toEqual([...caughtUp].sort());
      expect(new Set(caughtUp).size).toBe(caughtUp.length);
    }),
    { numRuns: 60 },
  );
});
