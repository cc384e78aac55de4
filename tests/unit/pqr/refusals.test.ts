import { expect, test } from "vitest";
import { RULE_SETS } from "@/lib/jurisdiction/rule-sets.ts";
import { zoneNamed } from "@/lib/kernel/zone.ts";
import type { SentCase } from "@/lib/pqr/model.ts";
import { answered, event, refusalOf } from "../../support/deadlines.ts";

const FINE: SentCase = {
  jurisdiction: "CO",
  caseType: "co.queja",
  events: [event("filed", "2026-02-02")],
  asOf: "2026-02-10T12:00:00-05:00",
};
const filed = (at: string) => ({ ...FINE, events: [{ type: "filed", at }] });

test("what is refused is refused for its own sake", () => expect(refusalOf(FINE)).toBeNull());

test.each<[string, Partial<SentCase>]>([
  ["unknown_jurisdiction: AR", { jurisdiction: "AR" }],
  ["unknown_jurisdiction: co", { jurisdiction: "co" }],
  ["unknown_subdivision: CO-ANT", { subdivision: "ANT" }],
  ["unknown_case_type: co.nada", { caseType: "co.nada" }],
  ["unknown_case_type: cl.reclamo_distribuidora", { caseType: "cl.reclamo_distribuidora" }],
  ["unknown_zone: Mars/Phobos", { timezone: "Mars/Phobos" }],
  ["unknown_zone: +05:00", { timezone: "+05:00" }],
  ["unknown_zone: america/bogota", { timezone: "america/bogota" }],
  ["unknown_event: sung", { events: [...FINE.events, event("sung", "2026-02-03")] }],
  [
    "incomplete_event: evidence_ordered: days",
    { events: [...FINE.events, event("evidence_ordered", "2026-02-03")] },
  ],
  [
    "incomplete_event: evidence_ordered: days",
    { events: [...FINE.events, event("evidence_ordered", "2026-02-03", { days: 10.5 })] },
  ],
  [
    "incomplete_event: extension_notified: totalDays",
    { events: [...FINE.events, event("extension_notified", "2026-02-03")] },
  ],
  [
    "incomplete_event: consumer_delay: to",
    {
      events: [
        ...FINE.events,
        event("consumer_delay", "2026-02-09", { from: "2026-02-06", to: "2026-02-03" }),
      ],
    },
  ],
  [
    "impossible_date: 2026-02-30",
    {
      events: [
        ...FINE.events,
        event("consumer_delay", "2026-03-09", { from: "2026-02-27", to: "2026-02-30" }),
      ],
    },
  ],
  ["impossible_date: 2026-02-29", { input: { invoiceIssued: "2026-02-29" } }],
  ["impossible_date: ayer", { input: { outageOn: "ayer" } }],
  ["impossible_date: 2026-02-10", { asOf: "2026-02-10" }],
  ["missing_start_event: filed", { events: [] }],
  ["missing_start_event: filed", { events: [event("filed", "2026-02-11")] }],
  ["missing_start_event: filed", { events: [event("answered", "2026-02-03")] }],
  ["year_not_covered: 2028", { asOf: "2028-01-01T12:00:00-05:00" }],
])("%s", (refusal, changes) => {
  expect(refusalOf({ ...FINE, ...changes })).toBe(refusal);
});

test.each([
  "2026-02-30T10:00:00-05:00",
  "2026-13-01T10:00:00-05:00",
  "2026-02-02T24:00:00-05:00",
  "2026-02-02T10:60:00-05:00",
  "2026-02-02T10:00:60-05:00",
  "2026-02-02T10:00:00",
  "2026-02-02T10:00-05:00",
  "2026-02-02 10:00:00-05:00",
  "2026-02-02T10:00:00-19:00",
  "",
])("%j is no instant", (at) => expect(refusalOf(filed(at))).toBe(`impossible_date: ${at}`));

test.each([
  ["2024-12-31T10:00:00-05:00", "2024"],
  ["2027-12-20T10:00:00-05:00", "2028"],
])("a term that touches a year without a calendar is refused, not guessed: %s", (at, year) => {
  expect(refusalOf({ ...filed(at), asOf: at })).toBe(`year_not_covered: ${year}`);
});

test.each<[string, Partial<SentCase>]>([
  [
    "a claim against an invoice of 2024",
    { caseType: "co.reclamo_facturacion", input: { invoiceIssued: "2024-11-15" } },
  ],
  [
    "two months from 2024",
    { caseType: "co.reinstalacion_nt4", events: [event("received_by_or", "2024-12-20")] },
  ],
  [
    "24 hours from the last night of 2024",
    { caseType: "co.reconexion", events: [event("cause_cleared", "2024-12-31 20:00")] },
  ],
])("%s is refused: days of a year without a calendar would be explained", (_what, changes) => {
  expect(refusalOf({ ...FINE, ...changes })).toBe("year_not_covered: 2024");
});

test("hours are refused beyond the covered years too", () => {
  const sent = {
    ...FINE,
    caseType: "co.reconexion",
    events: [event("cause_cleared", "2027-12-31 12:00")],
    asOf: "2027-12-31T13:00:00-05:00",
  };
  expect(refusalOf(sent)).toBe("year_not_covered: 2028");
});

test("Chile has three zones: without one there is no answer", () => {
  const sent: SentCase = {
    jurisdiction: "CL",
    caseType: "cl.reclamo_distribuidora",
    events: [{ type: "filed", at: "2026-03-05T15:00:00-03:00" }],
    asOf: "2026-03-06T15:00:00-03:00",
  };
  expect(refusalOf(sent)).toBe("zone_required: ");
  for (const timezone of ["America/Santiago", "America/Punta_Arenas", "America/Coyhaique"])
    expect(answered({ ...sent, timezone }).state).toBe("en_termino");
});

test.each([
  "py.reclamo_cfg0",
  "py.reclamo_cfg",
  "py.reclamo_cfg5x",
  "py.reclamo_cfg9999",
  "py.reclamo_cfg-1",
])("%s is no configured term", (caseType) => {
  const at = "2026-02-26T10:00:00-03:00";
  const sent = { jurisdiction: "PY", caseType, events: [{ type: "filed", at }], asOf: at };
  expect(refusalOf(sent)).toBe(`unknown_case_type: ${caseType}`);
});

test("every country's zone exists, and those of 2024 and 2025 are known", () => {
  for (const { zone } of RULE_SETS) if (zone) expect(zoneNamed(zone)).not.toBeNull();
  // Paraguay stays at −3 since October 2024, Aysén since March 2025: an older time zone database would be wrong.
  const winter = Date.UTC(2026, 6, 1, 12) / 1000;
  expect(zoneNamed("America/Asuncion")?.written(winter)).toBe("2026-07-01T09:00:00-03:00");
  expect(zoneNamed("America/Coyhaique")?.written(winter)).toBe("2026-07-01T09:00:00-03:00");
});
