import { describe, expect, test } from "vitest";
import type { SentEvent } from "@/lib/pqr/model.ts";
import { answered, colombian, event } from "../../support/deadlines.ts";

/**
 * @law co/contrato-condiciones-uniformes cl. 57.4
 * @law co/contrato-condiciones-uniformes cl. 57.5
 * @law co/contrato-condiciones-uniformes cl. 59.5
 * @law co/contrato-condiciones-uniformes cl. 56
 * @law co/ley-1755 art. 17
 * @law co/ley-142 art. 158
 */

// Filed on Monday 2 February 2026: no holiday until 23 March. Day 10 is the 16th, day 15 the 23rd.
const FILED = event("filed", "2026-02-02");
const end = (date: string) => `${date}T23:59:59-05:00`;

/** What a case of `caseType` filed on 2 February comes to. */
const after = (caseType: string, events: SentEvent[], asOf: string, input = {}) =>
  answered(colombian(caseType, [FILED, ...events], asOf, input));

describe("the user supplies what is missing (Ley 1755 art. 17; cl. 57.4, 57.5)", () => {
  const asked = event("info_requested", "2026-02-09");

  test("a request on day 10 stops the clock, one on day 11 does not", () => {
    const onDay10 = after("queja", [event("info_requested", "2026-02-16 23:59:59")], "2026-02-17");
    expect(onDay10).toMatchObject({ state: "esperando_usuario", dueAt: null, daysLeft: null });
    expect(onDay10.userActionDueAt).toBe(end("2026-03-16"));
    const onDay11 = after("queja", [event("info_requested", "2026-02-17 00:00:00")], "2026-02-17");
    expect(onDay11).toMatchObject({
      state: "en_termino",
      warnings: ["info_request_after_day_10_does_not_interrupt (CPACA 17)"],
    });
  });

  test("a late request uses up the only one", () => {
    const late = event("info_requested", "2026-02-18");
    const { warnings } = after("queja", [late, event("info_requested", "2026-02-19")], "2026-02-20");
    expect(warnings).toEqual([
      "info_request_after_day_10_does_not_interrupt (CPACA 17)",
      "second_info_request_does_not_interrupt (57.4)",
    ]);
  });

  test("the month ends at the end of its last day, then abandonment is to be declared", () => {
    expect(after("queja", [asked], "2026-03-09 23:59:59").state).toBe("esperando_usuario");
    const past = after("queja", [asked], "2026-03-10 00:00");
    expect(past).toMatchObject({ state: "desistimiento_por_decretar", userActionDueAt: end("2026-03-09") });
  });

  test("an extension asked for on the last day gives two months, asked for later or again nothing", () => {
    const inTime = event("info_extension_requested", "2026-03-09 23:59");
    expect(after("queja", [asked, inTime], "2026-03-20").userActionDueAt).toBe(end("2026-04-09"));
    const again = event("info_extension_requested", "2026-04-01");
    expect(after("queja", [asked, inTime, again], "2026-04-02").userActionDueAt).toBe(end("2026-04-09"));
    const late = event("info_extension_requested", "2026-03-10");
    expect(after("queja", [asked, late], "2026-03-20").state).toBe("desistimiento_por_decretar");
  });

  test("supplied after the month but before the decree, the full term starts again", () => {
    const provided = event("info_provided", "2026-03-11");
    const restarted = after("queja", [asked, provided], "2026-03-12");
    // Fifteen from Thursday 12 March, without Monday 23, Thursday 2 and Friday 3 April.
    expect(restarted).toMatchObject({ state: "en_termino", dueAt: end("2026-04-06") });
    expect(restarted.userActionDueAt).toBeUndefined();
    const decreed = event("desistimiento_decretado", "2026-03-10 12:00");
    expect(after("queja", [asked, decreed, provided], "2026-03-12").state).toBe("desistida");
  });

  test("a month that ends on a holiday rolls, one from the 31st is clamped", () => {
    const filed = event("filed", "2026-02-20");
    const rolled = [filed, event("info_requested", "2026-02-23")];
    expect(answered(colombian("queja", rolled, "2026-03-01")).userActionDueAt).toBe(end("2026-03-24"));
    const clamped = [event("filed", "2026-03-30"), event("info_requested", "2026-03-31")];
    expect(answered(colombian("queja", clamped, "2026-04-01")).userActionDueAt).toBe(end("2026-04-30"));
  });
});

describe("withdrawing (cl. 57.5)", () => {
  test.each([
    "peticion_general",
    "queja",
    "reclamo_facturacion",
    "recurso_reposicion",
    "peticion_documentos",
  ])("co.%s ends, without a date", (caseType) => {
    const withdrawn = after(caseType, [event("withdrawn", "2026-02-10")], "2026-02-24");
    expect(withdrawn).toMatchObject({ state: "desistida", dueAt: null, daysLeft: null, explanation: [] });
    expect(withdrawn.silencioAt).toBeUndefined();
  });
  test("silence that had happened stays a fact", () => {
    const { state, silencioAt } = after("queja", [event("withdrawn", "2026-02-25")], "2026-02-26");
    expect([state, silencioAt]).toEqual(["desistida", "2026-02-24T00:00:00-05:00"]);
  });
  test("only a queja can be disciplinary", () => {
    const input = { disciplinaria: true };
    expect(after("peticion_general", [event("withdrawn", "2026-02-10")], "2026-02-11", input).state).toBe(
      "desistida",
    );
  });
});

describe("evidence (cl. 59.5, 47.7)", () => {
  const order = (days: number, when = "2026-02-06") => event("evidence_ordered", when, { days });

  test.each([
    [9, undefined],
    [10, end("2026-03-09")],
    [30, end("2026-04-09")],
    [31, undefined],
  ])("%i days of evidence", (days, due) => {
    const ordered = after("recurso_reposicion", [order(days)], "2026-02-10");
    expect(ordered.dueAt).toBe(due ?? end("2026-02-23"));
    expect(ordered.warnings).toEqual(due ? undefined : ["evidence_days_out_of_range_10_30"]);
    expect(ordered.state).toBe(due ? "en_pruebas" : "en_termino");
  });

  test("ordered on the last day it still adds its days, ordered after it nothing", () => {
    const lastDay = after("queja", [order(10, "2026-02-23 23:59:59")], "2026-02-25");
    expect(lastDay).toMatchObject({ dueAt: end("2026-03-09"), evidenceEndsAt: end("2026-03-09") });
    const late = after("queja", [order(10, "2026-02-24")], "2026-02-25");
    expect(late).toMatchObject({ dueAt: end("2026-02-23"), state: "silencio_positivo" });
    expect(late.warnings).toBeUndefined();
  });

  test.each([
    ["to more than thirty in all", [event("evidence_extended", "2026-02-10", { totalDays: 31 })], 10],
    [
      "a second time",
      [
        event("evidence_extended", "2026-02-10", { totalDays: 20 }),
        event("evidence_extended", "2026-02-11", { totalDays: 30 }),
      ],
      20,
    ],
    ["after its end", [event("evidence_extended", "2026-02-21", { totalDays: 20 })], 10],
    ["to fewer days than it has", [event("evidence_extended", "2026-02-10", { totalDays: 5 })], 10],
  ])("is not extended %s", (_why, events, days) => {
    const { dueAt, warnings } = after("recurso_reposicion", [order(10), ...events], "2026-02-22");
    expect(warnings).toEqual(["evidence_extension_invalid"]);
    expect(dueAt).toBe(end(days === 10 ? "2026-03-09" : "2026-03-24"));
  });

  test("extended on its last day it goes on", () => {
    const last = event("evidence_extended", "2026-02-20 23:59:59", { totalDays: 30 });
    expect(after("recurso_reposicion", [order(10), last], "2026-02-22").evidenceEndsAt).toBe(
      end("2026-03-20"),
    );
  });

  test("without evidence there is nothing to extend", () => {
    const extended = after(
      "queja",
      [event("evidence_extended", "2026-02-10", { totalDays: 20 })],
      "2026-02-11",
    );
    expect(extended).toMatchObject({ dueAt: end("2026-02-23"), warnings: ["evidence_extension_invalid"] });
  });

  test("closed, the days not used are given back and the state is en_termino the same day", () => {
    const closed = after("queja", [order(20), event("evidence_closed", "2026-02-10")], "2026-02-10 12:00");
    // Two business days of evidence: Monday 9 and Tuesday 10.
    expect(closed).toMatchObject({
      state: "en_termino",
      dueAt: end("2026-02-25"),
      evidenceEndsAt: end("2026-02-10"),
    });
  });

  test("after its last day the rest of the term runs on", () => {
    expect(after("queja", [order(10)], "2026-02-20 23:59:59").state).toBe("en_pruebas");
    expect(after("queja", [order(10)], "2026-02-21 00:00").state).toBe("en_termino");
  });

  test("days of evidence do not count in the explanation, and fifteen do", () => {
    const { explanation } = after("queja", [order(10)], "2026-02-10");
    expect(explanation.filter(({ counts }) => counts)).toHaveLength(15);
    expect(explanation.filter(({ reason }) => reason === "período de pruebas")).toHaveLength(10);
  });
});

describe("extensions (cl. 56 par. 2)", () => {
  const extend = (totalDays: number, when = "2026-02-06") => event("extension_notified", when, { totalDays });

  test.each([
    ["peticion_documentos", 20, "2026-03-02"],
    ["peticion_documentos", 21, "2026-02-16"],
    ["consulta", 60, "2026-04-30"],
    ["consulta", 61, "2026-03-16"],
  ])("co.%s to %i days in all", (caseType, totalDays, due) => {
    const extended = after(caseType, [extend(totalDays)], "2026-02-10");
    expect(extended.dueAt).toBe(end(due));
    expect(extended.warnings).toBeUndefined();
  });

  test("notified after the term it comes too late", () => {
    expect(after("peticion_documentos", [extend(20, "2026-02-17")], "2026-02-18").state).toBe(
      "solicitud_aceptada_por_silencio",
    );
  });

  test("the target of a consulta does not move with it", () => {
    expect(after("consulta", [extend(60)], "2026-02-10").targetAt).toBe(end("2026-02-23"));
  });

  test.each(["peticion_general", "queja", "reclamo_facturacion", "recurso_reposicion", "representacion"])(
    "has no effect on co.%s",
    (caseType) => {
      const { dueAt, warnings } = after(caseType, [extend(20)], "2026-02-10");
      expect(dueAt).toBe(end("2026-02-23"));
      expect(warnings).toEqual(["extension_has_no_effect_on_art158_term"]);
    },
  );
});

describe("silence (Ley 142 art. 158)", () => {
  test.each(["peticion_general", "queja", "reclamo_facturacion", "recurso_reposicion", "representacion"])(
    "co.%s: in the second after the last one, recognised within 72 hours",
    (caseType) => {
      const inTime = after(caseType, [], "2026-02-23 23:59:59");
      expect(inTime).toMatchObject({ state: "en_termino", daysLeft: 0 });
      expect(inTime.silencioAt).toBeUndefined();
      expect(after(caseType, [], "2026-02-24 00:00")).toMatchObject({
        state: "silencio_positivo",
        silencioAt: "2026-02-24T00:00:00-05:00",
        silencioReason: "sin_respuesta_en_termino",
        silencioRecognitionDueAt: "2026-02-27T00:00:00-05:00",
        daysLeft: -1,
      });
      expect(after(caseType, [], "2026-02-27 00:00").state).toBe("silencio_positivo");
      const unrecognised = after(caseType, [], "2026-02-27 00:00:01");
      expect(unrecognised).toMatchObject({
        state: "silencio_no_reconocido",
        nextRemedy: "solicitud_SAP_ante_SSPD",
      });
      expect(unrecognised.nextRemedyDueAt).toBeUndefined();
    },
  );

  test("recognised late it is recognised all the same, and offers no remedy", () => {
    const late = after("queja", [event("silencio_recognized", "2026-03-02")], "2026-03-03");
    expect(late).toMatchObject({ state: "silencio_reconocido", daysLeft: -6 });
    expect(late.nextRemedy).toBeUndefined();
  });

  test("a late answer changes nothing and is told", () => {
    const late = after("reclamo_facturacion", [event("answered", "2026-02-24 00:00")], "2026-02-25");
    expect(late).toMatchObject({
      state: "silencio_positivo",
      daysLeft: -2,
      warnings: ["late_answer_has_no_effect_after_silence"],
    });
    expect(late.citationDueAt).toBeUndefined();
  });

  test("found days later it is dated at the breach", () => {
    expect(after("queja", [], "2026-11-20").silencioAt).toBe(after("queja", [], "2026-02-24").silencioAt);
  });

  test("where the start was no business day, claiming waits for the later reading", () => {
    const sunday = colombian("queja", [event("filed", "2026-02-01")], "2026-02-24");
    expect(answered(sunday)).toMatchObject({
      silencioAt: "2026-02-21T00:00:00-05:00",
      silencioClaimableAt: "2026-02-24T00:00:00-05:00",
    });
    expect(after("queja", [], "2026-02-25").silencioClaimableAt).toBeUndefined();
  });

  test("documents are granted, and copies follow in three business days", () => {
    const granted = after("peticion_documentos", [], "2026-02-17");
    expect(granted).toMatchObject({
      state: "solicitud_aceptada_por_silencio",
      dueAt: end("2026-02-16"),
      silencioAt: "2026-02-17T00:00:00-05:00",
      copiesDueAt: end("2026-02-19"),
    });
    expect(granted.silencioReason).toBeUndefined();
    expect(granted.silencioRecognitionDueAt).toBeUndefined();
  });

  test("a consulta is merely overdue", () => {
    const overdue = after("consulta", [], "2026-03-17");
    expect(overdue).toMatchObject({ state: "vencida", dueAt: end("2026-03-16"), daysLeft: -1 });
    expect(overdue.silencioAt).toBeUndefined();
  });
});
