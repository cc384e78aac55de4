import { describe, expect, test } from "vitest";
import type { SentEvent } from "@/lib/pqr/model.ts";
import { answered, colombian, event } from "../../support/deadlines.ts";

/**
 * @law co/contrato-condiciones-uniformes cl. 58
 * @law co/contrato-condiciones-uniformes cl. 57.6
 * @law co/ley-142 art. 154
 * @law co/ley-1437 art. 62
 */

// Filed on Monday 2 February 2026, decided on Friday 20: to be sent by the 27th.
const DECIDED = [event("filed", "2026-02-02"), event("answered", "2026-02-20")];
const end = (date: string) => `${date}T23:59:59-05:00`;
const claim = (events: SentEvent[], asOf: string) =>
  answered(colombian("reclamo_facturacion", [...DECIDED, ...events], asOf));

describe("a decision is made known (cl. 58)", () => {
  test("nothing is owed to be sent where the answer is only communicated", () => {
    const met = answered(colombian("peticion_general", DECIDED, "2026-03-20"));
    expect(met).toMatchObject({ state: "respondida", dueAt: end("2026-02-23"), daysLeft: null });
    expect(met.citationDueAt).toBeUndefined();
  });

  test.each(["citation_sent", "e_notice_sent"])("%s on the last day is in time", (type) => {
    const inTime = claim([event(type, "2026-02-27 23:59:59")], "2026-03-02");
    expect(inTime).toMatchObject({ state: "decidida_sin_notificar", citationDueAt: end("2026-02-27") });
    expect(inTime.silencioAt).toBeUndefined();
  });

  test("nothing sent by the last day is silence, dated at that day's end", () => {
    expect(claim([], "2026-02-27 23:59:59").state).toBe("decidida_sin_notificar");
    const silent = claim([], "2026-02-28 00:00");
    expect(silent).toMatchObject({
      state: "silencio_positivo",
      silencioAt: "2026-02-28T00:00:00-05:00",
      silencioReason: "indebida_notificacion",
      daysLeft: null,
    });
    expect(claim([], "2026-03-04").state).toBe("silencio_no_reconocido");
  });

  test("sent late it is silence too, and once notified the recurso runs without the other remedy", () => {
    const sentLate = [event("citation_sent", "2026-03-02")];
    expect(claim(sentLate, "2026-03-02 12:00").silencioReason).toBe("indebida_notificacion");
    const notified = claim([...sentLate, event("notified_personal", "2026-03-10")], "2026-03-11");
    expect(notified).toMatchObject({
      state: "notificada_recurso_abierto",
      silencioReason: "indebida_notificacion",
      nextRemedy: "reposicion_y_subsidio_apelacion",
      nextRemedyDueAt: end("2026-03-17"),
    });
  });

  test("a personal notice in time needs no citation", () => {
    const notified = claim([event("notified_personal", "2026-02-27")], "2026-03-02");
    expect(notified).toMatchObject({ state: "notificada_recurso_abierto", notifiedOn: "2026-02-27" });
    expect(notified.silencioAt).toBeUndefined();
  });

  test("only the first notice counts", () => {
    const notices = [
      event("e_notice_sent", "2026-02-23"),
      event("e_notice_opened", "2026-02-28"),
      event("notified_personal", "2026-03-02"),
    ];
    // Opened on a Saturday: notified that day, and the five business days start on Monday.
    expect(claim(notices, "2026-03-03")).toMatchObject({
      notifiedOn: "2026-02-28",
      nextRemedyDueAt: end("2026-03-06"),
    });
  });

  test("an aviso delivered on a Friday takes effect on Monday", () => {
    const aviso = [event("citation_sent", "2026-02-23"), event("aviso_delivered", "2026-03-06")];
    const notified = claim(aviso, "2026-03-09");
    expect(notified.notifiedOn).toBe("2026-03-09");
    expect(notified.warnings).toBeUndefined();
  });

  test.each([
    ["2026-03-02 23:59", ["aviso_before_5_days_from_citation"]],
    ["2026-03-03 00:00", undefined],
  ])("five business days after the citation an aviso may be delivered: %s", (when, warnings) => {
    const aviso = [event("citation_sent", "2026-02-23"), event("aviso_delivered", when)];
    expect(claim(aviso, "2026-03-04").warnings).toEqual(warnings);
  });

  test("the remedy ends with its last day, and the decision stands from the next, business day or not", () => {
    const notified = [event("notified_personal", "2026-02-27")];
    expect(claim(notified, "2026-03-06 23:59:59")).toMatchObject({
      state: "notificada_recurso_abierto",
      remedyDaysLeft: 0,
    });
    const firm = claim(notified, "2026-03-07 00:00");
    expect(firm).toMatchObject({ state: "en_firme", nextRemedyDueAt: end("2026-03-06") });
    expect(firm.remedyDaysLeft).toBeUndefined();
  });
});

describe("a recurso (Ley 142 art. 154; cl. 57.2.e, 59)", () => {
  const notified = [event("citation_sent", "2026-02-23"), event("notified_personal", "2026-02-24")];
  const decided = (denies: boolean, apelacionEnSubsidio: boolean) =>
    answered(
      colombian(
        "recurso_reposicion",
        [event("filed", "2026-02-02"), event("answered", "2026-02-20", { denies }), ...notified],
        "2026-02-25",
        { apelacionEnSubsidio },
      ),
    );

  test("denied with its apelación goes to the SSPD, everything else is exhausted", () => {
    expect(decided(true, true).state).toBe("en_apelacion_SSPD");
    expect(decided(true, false).state).toBe("actuacion_agotada");
    expect(decided(false, true).state).toBe("actuacion_agotada");
    expect(decided(true, true).nextRemedy).toBeUndefined();
  });

  test("decided but not sent is silence as well", () => {
    const events = [event("filed", "2026-02-02"), event("answered", "2026-02-20")];
    expect(answered(colombian("recurso_reposicion", events, "2026-02-28")).silencioReason).toBe(
      "indebida_notificacion",
    );
  });

  const filed = (when: string, input: object, more: SentEvent[] = []) =>
    answered(colombian("recurso_reposicion", [event("filed", when), ...more], "2026-03-20", input));
  const input = { decisionNotifiedOn: "2026-02-26" };

  test("one second after the limit it is rejected, answered all the same, and against that there is the queja", () => {
    const late = filed("2026-03-06 00:00:00", input);
    expect(late).toMatchObject({
      state: "rechazada_de_plano",
      dueAt: null,
      daysLeft: null,
      filingLimitAt: end("2026-03-05"),
      answerDueAt: end("2026-03-30"),
      nextRemedy: "recurso_de_queja_SSPD (sólo contra el rechazo de la apelación)",
    });
    expect(late.nextRemedyDueAt).toBeUndefined();
    const rejected = filed("2026-03-06", input, [event("rejection_notified", "2026-03-12")]);
    // Five business days, Monday 23 March being a holiday.
    expect(rejected.nextRemedyDueAt).toBe(end("2026-03-19"));
  });

  test("without the day of its notice it is taken as in time", () => {
    const inTime = filed("2026-03-06", {});
    expect(inTime.filingLimitAt).toBeUndefined();
    expect(inTime.state).toBe("en_termino");
  });

  test("a failure of the portal counts on the last day only", () => {
    expect(filed("2026-03-06", { ...input, outageOn: "2026-03-04" }).state).toBe("rechazada_de_plano");
    const saved = filed("2026-03-06", { ...input, outageOn: "2026-03-05" });
    expect(saved).toMatchObject({
      filingLimitAt: end("2026-03-10"),
      warnings: ["outage_extension_cpaca_62"],
    });
  });

  test("a notice on a Sunday or a holiday leaves one day more before anybody is late", () => {
    expect(filed("2026-03-09", { decisionNotifiedOn: "2026-03-01" }).filingLimitAt).toBe(end("2026-03-09"));
    expect(filed("2026-03-09", { decisionNotifiedOn: "2026-03-02" }).filingLimitAt).toBe(end("2026-03-09"));
  });
});

describe("an invoice is claimed within five months (cl. 57.6)", () => {
  const claimed = (invoiceIssued: string, when: string) =>
    answered(colombian("reclamo_facturacion", [event("filed", when)], "2026-07-20", { invoiceIssued }));

  test("late by a second it is inadmissible, and answered all the same", () => {
    expect(claimed("2026-01-20", "2026-06-22 00:00")).toMatchObject({
      state: "silencio_no_reconocido",
      filingLimitAt: end("2026-06-22"),
    });
    const late = claimed("2026-01-20", "2026-06-23 00:00");
    expect(late).toMatchObject({
      state: "inadmisible_extemporanea",
      dueAt: null,
      answerDueAt: end("2026-07-16"),
    });
    expect(late.nextRemedy).toBeUndefined();
  });

  test("from the 30th of September five months end with February", () => {
    expect(claimed("2025-09-30", "2026-02-27").filingLimitAt).toBe(end("2026-03-02"));
  });
});
