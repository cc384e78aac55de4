import {
  businessDays,
  calendarDays,
  hours,
  type Certainty,
  type Length,
  type RuleSet,
  type TermRule,
} from "../term-rule.ts";

const FILING = {
  who: "Socio o usuario titular; en el corte y retiro, un familiar que cumpla los requisitos",
  fields: ["El formulario es una declaración jurada"],
  documents: [
    "Cédula de identidad",
    "Plano o croquis del lote",
    "Testimonio de propiedad o de compraventa",
    "Folio real",
    "NIT; si es persona jurídica, personería y poder",
  ],
  preconditions: ["Sin deudas ni sanciones", "Sin medidores cortados que no use"],
} as const;

type Figures = Pick<TermRule, "caseType" | "rules" | "name" | "start" | "startWords"> & {
  length: Length;
  companyTarget?: Length;
  norm: string;
  says: string;
  certainty: Certainty;
};

/** Terms of a cooperative's service; delay that the consumer caused does not count in any of them. */
const service = ({ norm, says, certainty, ...figures }: Figures): TermRule => ({
  ...figures,
  whose: "company",
  endsWith: ["executed"],
  petition: null,
  consumerDelay: true,
  onExpiry: "overdue",
  then: "Si no se hace en el plazo, puede reclamar en el ODECO de la cooperativa.",
  decider: "La cooperativa",
  filing: FILING,
  clause: { norm, says, certainty },
});

const INSPECTION = {
  start: "inspection_passed",
  startWords: "la instalación pasó la inspección técnica",
} as const;
const REQUEST = { start: "requested", startWords: "lo pidió, con los documentos completos" } as const;

/**
 * Terms of Bolivia: COOPELECT's manual and the reclamación directa.
 *
 * @law bo/manual-coopelect § 8.1 (new connections: 5 business days, or 15 at quality 2)
 * @law bo/manual-coopelect § 8.2 (reconnection: 24 hours, or 48 at quality 2)
 * @law bo/ds-2337 § reclamación-directa (reclamación directa: 15 business days, then as many to go to the AETN)
 */
export const bolivianTerms: RuleSet = {
  country: "BO",
  version: "BO 1 (2026)",
  zone: "America/La_Paz",
  filingDayMayCount: false,
  holidayWord: "feriado",
  weekendNorm: "días hábiles administrativos, de lunes a viernes",
  rules: [
    {
      caseType: "bo.reclamacion_directa",
      rules: ["BO-C1"],
      name: "La respuesta a una reclamación directa en el ODECO",
      whose: "company",
      start: "filed",
      startWords: "presentó la reclamación",
      length: businessDays(15),
      endsWith: ["answered"],
      petition: null,
      consumerDelay: false,
      onExpiry: "overdue",
      afterExpiry: { remedy: "reclamacion_administrativa_AETN", within: businessDays(15) },
      then: "Si no le responde, tiene quince días hábiles más para ir a la AETN (reclamación administrativa).",
      decider: "ODECO; después, la AETN",
      filing: { ...FILING, documents: [], preconditions: ["No hay que pagar para reclamar"] },
      clause: {
        norm: "DS 2337 de 2015, formulario del sistema ODECO",
        says: "La empresa responde en quince días hábiles administrativos.",
        certainty: "B",
      },
    },
    service({
      ...INSPECTION,
      caseType: "bo.coopelect.conexion_c1",
      rules: ["BO-T1"],
      name: "Una conexión nueva, traslado o cambio de medidor (calidad 1)",
      length: businessDays(5),
      norm: "Manual de COOPELECT, 8.1",
      says: "La cooperativa conecta en cinco días hábiles desde la inspección técnica aprobada.",
      certainty: "A",
    }),
    service({
      ...INSPECTION,
      caseType: "bo.coopelect.conexion_c2",
      rules: ["BO-T1", "X22"],
      name: "Una conexión nueva, traslado o cambio de medidor (calidad 2)",
      length: businessDays(15),
      companyTarget: calendarDays(15),
      norm: "Manual de COOPELECT, 8.1",
      says: "La cooperativa conecta en quince días; el manual calla la unidad y se cuentan hábiles.",
      certainty: "D",
    }),
    service({
      ...REQUEST,
      caseType: "bo.coopelect.reconexion_c1",
      rules: ["BO-T2"],
      name: "La reconexión (calidad 1)",
      length: hours(24),
      norm: "Manual de COOPELECT, 8.2",
      says: "La cooperativa reconecta en 24 horas de reloj.",
      certainty: "A",
    }),
    service({
      ...REQUEST,
      caseType: "bo.coopelect.reconexion_c2",
      rules: ["BO-T2"],
      name: "La reconexión (calidad 2)",
      length: hours(48),
      norm: "Manual de COOPELECT, 8.2",
      says: "La cooperativa reconecta en 48 horas de reloj.",
      certainty: "A",
    }),
    service({
      ...REQUEST,
      caseType: "bo.coopelect.inspeccion",
      rules: ["BO-T3", "X22"],
      name: "La inspección técnica",
      length: businessDays(3),
      norm: "Manual de COOPELECT, anexo 6 (formularios)",
      says: "Los formularios muestran tres días hábiles; el texto del manual no los dice.",
      certainty: "D",
    }),
  ],
};
