import { expect, test } from "vitest";
import { COLOMBIAN_USER_TERMS } from "@/lib/jurisdiction/co/user-terms.ts";
import { UNBILLED_ENERGY } from "@/lib/jurisdiction/co/unbilled-energy.ts";
import { answered, colombian, event } from "../../support/deadlines.ts";

/**
 * @law co/contrato-condiciones-uniformes cl. 9.1
 * @law co/contrato-condiciones-uniformes cl. 11.A.1
 * @law co/contrato-condiciones-uniformes cl. 11.B.1
 * @law co/contrato-condiciones-uniformes cl. 16
 * @law co/contrato-condiciones-uniformes cl. 37
 * @law co/contrato-condiciones-uniformes cl. 39.2
 * @law co/contrato-condiciones-uniformes cl. 47.1
 * @law co/contrato-condiciones-uniformes cl. 47.2
 * @law co/contrato-condiciones-uniformes cl. 47.7
 * @law co/contrato-condiciones-uniformes cl. 47.14
 * @law co/contrato-condiciones-uniformes cl. 57.5
 * @law co/contrato-condiciones-uniformes cl. 57.6
 * @law co/ley-142 art. 154
 * @law co/ley-142 art. 159
 * @law co/ley-1437 art. 48
 */

const end = (date: string) => `${date}T23:59:59-05:00`;
const begun = (caseType: string, start: string, on: string) =>
  answered(colombian(caseType, [event(start, on)], on));

// From Wednesday 25 March 2026: 2 and 3 April do not count, nor 1 May and 18 May.
const TERMS: [caseType: string, start: string, due: string][] = [
  ["plazo_recurso", "notified", "2026-04-01"],
  ["plazo_queja_sspd", "notified", "2026-04-01"],
  ["plazo_reclamar_factura", "notified", "2026-08-25"],
  ["completar_peticion", "notified", "2026-04-27"],
  ["ratificar_agente_oficioso", "filed", "2026-05-25"],
  ["reponer_medidor_rechazado", "notified", "2026-04-24"],
  ["cambio_tecnologia_medidor", "notified", "2026-04-24"],
  ["recoger_medidor", "notified", "2026-04-24"],
  ["oferta_factibilidad", "notified", "2026-09-25"],
  ["aprobacion_conexion", "notified", "2027-03-29"],
  ["entrega_factura", "notified", "2026-04-01"],
  ["envio_sspd", "notified", "2026-03-30"],
  ["factibilidad_observaciones", "filed", "2026-04-17"],
  ["edf_concepto_tecnico", "inspection_passed", "2026-03-30"],
  ["edf_envio_cargos", "filed", "2026-04-01"],
  ["edf_descargos", "notified", "2026-04-10"],
  ["edf_alegatos", "notified", "2026-04-10"],
  ["edf_recurso", "notified", "2026-04-01"],
];

test.each(TERMS)("co.%s, from %s on 25 March 2026, ends on %s", (caseType, start, due) => {
  expect(begun(caseType, start, "2026-03-25")).toMatchObject({ dueAt: end(due), state: "en_termino" });
});

test("an industrial load is warned 72 hours before", () => {
  expect(begun("aviso_corte_industrial", "notified", "2026-04-02")).toMatchObject({
    dueAt: "2026-04-05T10:00:00-05:00",
    hoursLeft: 72,
  });
});

test("none of these terms is left out above", () => {
  const tested = new Set([...TERMS.map(([name]) => `co.${name}`), "co.aviso_corte_industrial"]);
  const all = [...COLOMBIAN_USER_TERMS, ...UNBILLED_ENERGY].map(({ caseType }) => caseType);
  expect(all.filter((name) => !tested.has(name))).toEqual([]);
});

test("thirty days that may be business days: the shorter end is shown, nobody is late before the longer one", () => {
  expect(begun("reponer_medidor_rechazado", "notified", "2026-03-25")).toMatchObject({
    dueAt: end("2026-04-24"),
    lateAfterAt: end("2026-05-11"),
  });
  expect(begun("cambio_tecnologia_medidor", "notified", "2026-03-25").lateAfterAt).toBeUndefined();
});

test("a notice that was opened on a Sunday leaves the user one day more, and on a Monday none", () => {
  expect(begun("plazo_recurso", "notified", "2026-03-08")).toMatchObject({
    dueAt: end("2026-03-13"),
    lateAfterAt: end("2026-03-16"),
  });
  expect(begun("plazo_recurso", "notified", "2026-03-09").lateAfterAt).toBeUndefined();
});

test("a petition filed on a holiday says from the beginning when its silence can be claimed", () => {
  const filed = [event("filed", "2026-03-08")];
  expect(answered(colombian("queja", filed, "2026-03-09")).silencioClaimableAt).toBe(
    "2026-04-01T00:00:00-05:00",
  );
  const answer = [...filed, event("answered", "2026-03-20")];
  expect(answered(colombian("queja", answer, "2026-03-23")).silencioClaimableAt).toBeUndefined();
});
