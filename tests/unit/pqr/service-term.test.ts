import { describe, expect, test } from "vitest";
import type { SentCase, SentEvent } from "@/lib/pqr/model.ts";
import { answered, colombian, event } from "../../support/deadlines.ts";

/**
 * @law co/contrato-condiciones-uniformes cl. 9
 * @law co/contrato-condiciones-uniformes cl. 9.1
 * @law co/contrato-condiciones-uniformes cl. 11
 * @law co/contrato-condiciones-uniformes cl. 50
 * @law co/contrato-condiciones-uniformes cl. 43
 * @law co/contrato-condiciones-uniformes cl. 37
 * @law co/contrato-condiciones-uniformes cl. 11.A.1
 * @law co/contrato-condiciones-uniformes cl. 47.2
 * @law co/contrato-condiciones-uniformes cl. 47.7
 * @law bo/manual-coopelect § 8.1
 * @law bo/manual-coopelect § 8.2
 * @law bo/ds-2337 § reclamación-directa
 * @law cl/ntcsd § reclamos
 */

const end = (date: string) => `${date}T23:59:59-05:00`;

// From Wednesday 1 April 2026, the day before two holidays and a weekend.
test.each([
  ["representacion", "filed", "2026-04-24"],
  ["factibilidad_negativa", "filed", "2026-04-14"],
  ["conexion", "filed", "2026-04-24"],
  ["suspension_comun_acuerdo", "filed", "2026-04-24"],
  ["reinstalacion_nt123", "received_by_or", "2026-04-14"],
  ["reinstalacion_nt4", "received_by_or", "2026-06-01"],
  ["corte_or", "received_by_or", "2026-04-08"],
  ["aceptacion_medidor", "received_by_or", "2026-05-04"],
  ["edf_descargos", "notified", "2026-04-17"],
  ["edf_recurso", "notified", "2026-04-10"],
])("co.%s runs from %s to %s", (caseType, start, due) => {
  const { dueAt, state } = answered(colombian(caseType, [event(start, "2026-04-01")], "2026-04-02"));
  expect([dueAt, state]).toEqual([end(due), "en_termino"]);
});

test.each([
  ["2026-07-10", "edf_descargos", "2026-07-28"],
  ["2026-09-01", "edf_recurso", "2026-09-08"],
])("energía dejada de facturar, notified on %s: %s until %s (worked by hand)", (on, caseType, due) => {
  expect(answered(colombian(caseType, [event("notified", on)], on + " 12:00")).dueAt).toBe(end(due));
});

describe("hours", () => {
  const hours = (events: SentEvent[], asOf: string) =>
    answered(colombian("reconexion", [event("cause_cleared", "2026-04-03 18:30"), ...events], asOf));

  test("a notice of 48 hours runs through the weekend", () => {
    const notice = colombian(
      "aviso_corte_programado",
      [event("notified", "2026-04-03 09:00")],
      "2026-04-04 09:00",
    );
    expect(answered(notice)).toMatchObject({
      dueAt: "2026-04-05T09:00:00-05:00",
      hoursLeft: 24,
      daysLeft: null,
    });
  });
  test("fractions are cut to two decimals, and below zero they go on", () => {
    expect(hours([], "2026-04-03 18:50").hoursLeft).toBe(23.66);
    expect(hours([], "2026-04-04 18:50")).toMatchObject({ hoursLeft: -0.34, state: "vencida" });
  });
  test("work done in the last second is in time, one second later it is not", () => {
    const inTime = hours([event("executed", "2026-04-04 18:30:00")], "2026-04-06");
    expect(inTime.state).toBe("cumplida");
    expect(inTime.hoursLeft).toBeUndefined();
    expect(hours([event("executed", "2026-04-04 18:30:01")], "2026-04-06").state).toBe("cumplida_tarde");
    expect(hours([], "2026-04-04 18:30:00")).toMatchObject({ state: "en_termino", hoursLeft: 0 });
  });
});

test("work done late ends the term late, and no days are left to count", () => {
  const late = [event("received_by_or", "2026-04-01"), event("executed", "2026-04-09")];
  expect(answered(colombian("corte_or", late, "2026-04-10"))).toMatchObject({
    state: "cumplida_tarde",
    daysLeft: null,
    dueAt: end("2026-04-08"),
  });
});

test("a representación that was done after its silence keeps the silence as a fact", () => {
  const late = [event("filed", "2026-02-02"), event("executed", "2026-02-26")];
  const done = answered(colombian("representacion", late, "2026-03-20"));
  expect(done).toMatchObject({
    state: "cumplida_tarde",
    silencioAt: "2026-02-24T00:00:00-05:00",
    silencioReason: "sin_respuesta_en_termino",
  });
  expect(done.nextRemedy).toBeUndefined();
});

test("what belongs to petitions does nothing to a service", () => {
  const events = [
    event("filed", "2026-04-01"),
    ...["info_requested", "withdrawn", "citation_sent", "notified_personal", "silencio_recognized"].map(
      (type) => event(type, "2026-04-06"),
    ),
    event("evidence_ordered", "2026-04-06", { days: 10 }),
  ];
  const ignored = answered(colombian("factibilidad_negativa", events, "2026-04-07"));
  expect(ignored).toMatchObject({ state: "en_termino", dueAt: end("2026-04-14"), daysLeft: 5 });
  expect(ignored.warnings).toBeUndefined();
});

const bolivian = (caseType: string, events: SentEvent[], asOf: string): SentCase => ({
  jurisdiction: "BO",
  subdivision: "P",
  caseType: `bo.${caseType}`,
  events,
  asOf,
});
const at = (type: string, when: string, extra: Partial<SentEvent> = {}): SentEvent => ({
  type,
  at: `${when}T10:00:00-04:00`,
  ...extra,
});

describe("Bolivia", () => {
  test("without a zone it is La Paz", () => {
    const claim = bolivian("reclamacion_directa", [at("filed", "2026-03-02")], "2026-03-03T10:00:00-04:00");
    expect(answered(claim).dueAt).toBe("2026-03-23T23:59:59-04:00");
  });

  test("a reclamación answered in time is answered, late it stays overdue", () => {
    const claim = (when: string) =>
      answered(
        bolivian(
          "reclamacion_directa",
          [at("filed", "2026-03-02"), at("answered", when)],
          "2026-03-25T10:00:00-04:00",
        ),
      );
    expect(claim("2026-03-23")).toMatchObject({ state: "respondida", daysLeft: null });
    expect(claim("2026-03-24")).toMatchObject({
      state: "vencida",
      nextRemedy: "reclamacion_administrativa_AETN",
      nextRemedyDueAt: "2026-04-14T23:59:59-04:00",
    });
  });

  test("two delays of the consumer are both left out, and a day in both only once", () => {
    const delays = [
      at("inspection_passed", "2026-03-02"),
      at("consumer_delay", "2026-03-05", { from: "2026-03-03", to: "2026-03-04" }),
      at("consumer_delay", "2026-03-06", { from: "2026-03-04", to: "2026-03-05" }),
    ];
    const worked = answered(bolivian("coopelect.conexion_c1", delays, "2026-03-06T10:00:00-04:00"));
    expect(worked).toMatchObject({ dueAt: "2026-03-12T23:59:59-04:00", daysLeft: 4 });
    const told = answered(bolivian("coopelect.conexion_c1", delays, "2026-03-12T23:59:59-04:00"));
    expect(told.daysLeft).toBe(0);
    expect(worked.explanation.filter(({ counts }) => counts)).toHaveLength(5);
  });

  test("a delay counts by its own days, told before the inspection or while it lasts", () => {
    const early = [
      at("consumer_delay", "2026-03-01", { from: "2026-03-03", to: "2026-03-06" }),
      at("inspection_passed", "2026-03-02"),
    ];
    const worked = answered(bolivian("coopelect.conexion_c1", early, "2026-03-03T10:00:00-04:00"));
    // Business days in (3 March, 13 March], the held ones among them.
    expect(worked).toMatchObject({ dueAt: "2026-03-13T23:59:59-04:00", daysLeft: 8 });
  });

  test("quality 2 works to fifteen calendar days, and is late after fifteen business days", () => {
    const passed = [at("inspection_passed", "2026-03-02")];
    expect(answered(bolivian("coopelect.conexion_c2", passed, "2026-03-03T10:00:00-04:00"))).toMatchObject({
      dueAt: "2026-03-23T23:59:59-04:00",
      companyTargetAt: "2026-03-17T23:59:59-04:00",
    });
  });

  test("48 hours at quality 2", () => {
    const requested = bolivian(
      "coopelect.reconexion_c2",
      [at("requested", "2026-02-16")],
      "2026-02-16T10:00:00-04:00",
    );
    expect(answered(requested)).toMatchObject({ dueAt: "2026-02-18T10:00:00-04:00", hoursLeft: 48 });
  });
});

describe("Chile and Paraguay", () => {
  const chilean = (caseType: string, events: SentEvent[], asOf: string): SentCase => ({
    jurisdiction: "CL",
    timezone: "America/Santiago",
    caseType,
    events,
    asOf,
  });

  test("a claim answered on the thirtieth day is answered", () => {
    const events = [
      { type: "filed", at: "2026-03-05T15:00:00-03:00" },
      { type: "answered", at: "2026-04-04T23:59:59-04:00" },
    ];
    expect(answered(chilean("cl.reclamo_distribuidora", events, "2026-04-06T10:00:00-04:00")).state).toBe(
      "respondida",
    );
  });

  test("overdue after the second half past eleven of the night the clock goes back", () => {
    const filed = [{ type: "filed", at: "2026-03-05T15:00:00-03:00" }];
    const first = chilean("cl.reclamo_distribuidora", filed, "2026-04-04T23:59:59-03:00");
    const second = chilean("cl.reclamo_distribuidora", filed, "2026-04-04T23:59:59-04:00");
    const after = chilean("cl.reclamo_distribuidora", filed, "2026-04-05T00:00:00-04:00");
    expect([first, second, after].map((one) => answered(one).state)).toEqual([
      "en_termino",
      "en_termino",
      "vencida",
    ]);
  });

  test("a reposición does not roll to the SEC's remedy: the term was the user's", () => {
    const notified = [{ type: "notified", at: "2026-09-15T10:00:00-03:00" }];
    const late = answered(chilean("cl.reposicion_sec", notified, "2026-09-24T00:00:00-03:00"));
    expect(late).toMatchObject({ state: "vencida", daysLeft: -1 });
    expect(late.nextRemedy).toBeUndefined();
  });

  test.each([
    ["py.reclamo_cfg15", "2026-03-20"],
    ["py.reclamo_cfg15c", "2026-03-13"],
    ["py.reclamo_cfg1", "2026-02-27"],
    ["py.reclamo_cfg30c", "2026-03-28"],
  ])("%s, configured by the company, runs until %s", (caseType, due) => {
    const sent = {
      jurisdiction: "PY",
      caseType,
      events: [{ type: "filed", at: "2026-02-26T10:00:00-03:00" }],
      asOf: "2026-02-26T11:00:00-03:00",
    };
    expect(answered(sent).dueAt).toBe(`${due}T23:59:59-03:00`);
  });
});
