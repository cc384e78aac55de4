import { businessDays, calendarDays, hours, months, type Certainty, type TermRule } from "../term-rule.ts";

type Figures = Pick<TermRule, "rules" | "name" | "startWords" | "length" | "then"> & {
  norm: string;
  says: string;
  certainty: Certainty;
} & Partial<
    Pick<TermRule, "decider" | "laterReading" | "answerWords" | "unlisted" | "whose" | "start" | "endsWith">
  >;

/** A term that runs for the user, from what the company made known. */
const term = (name: string, { norm, says, certainty, ...figures }: Figures): TermRule => ({
  ...{ whose: "user", start: "notified", endsWith: ["answered"], decider: "La empresa" },
  ...figures,
  caseType: `co.${name}`,
  petition: null,
  consumerDelay: false,
  onExpiry: "overdue",
  filing: {
    who: "El usuario, su representante o su apoderado",
    fields: [],
    documents: [],
    preconditions: [],
  },
  clause: { norm, says, certainty },
});

const ERRATA = "con su fe de erratas; Ley 142 de 1994, artículo 154";

/**
 * What a user may still do about a petition, an invoice or a decision.
 *
 * @law co/contrato-condiciones-uniformes cl. 57.6 (an invoice is claimed within five months)
 * @law co/contrato-condiciones-uniformes cl. 57.5 (a month to supply what is missing)
 * @law co/ley-142 art. 154 (five business days to appeal)
 * @law co/contrato-condiciones-uniformes cl. 47.7 (five business days for the queja before the SSPD; two months to ratify)
 */
const REMEDIES: readonly TermRule[] = [
  term("plazo_recurso", {
    rules: ["CO-R9", "X1", "X10"],
    name: "Presentar un recurso contra una decisión de la empresa",
    startWords: "le notificaron la decisión",
    length: businessDays(5),
    then: "Si no recurre, la decisión queda en firme. Pida en el mismo escrito la apelación: la decide la SSPD.",
    decider: "El gerente o su delegado; la apelación, la SSPD",
    norm: `Contrato, cláusula 57.2.e ${ERRATA}`,
    says: "El recurso se presenta en cinco días hábiles desde la notificación.",
    certainty: "A",
  }),
  term("plazo_queja_sspd", {
    rules: ["CO-R11", "X23"],
    name: "Presentar la queja ante la SSPD porque rechazaron su apelación",
    startWords: "le notificaron el rechazo",
    length: businessDays(5),
    then: "Se presenta directamente en la SSPD, con la copia del rechazo. Después de ese día el rechazo queda en firme.",
    decider: "SSPD",
    norm: "Contrato, cláusulas 47.7 parágrafo 2 y 56.1.2.c",
    says: "El recurso de queja se presenta ante la SSPD en cinco días hábiles.",
    certainty: "A",
  }),
  term("plazo_reclamar_factura", {
    rules: ["CO-P1", "X5"],
    name: "Reclamar por una factura",
    startWords: "se expidió la factura (la fecha está impresa en ella)",
    length: months(5),
    then: "Después de ese día el reclamo es tardío: la empresa lo recibe y lo responde, pero no tiene que revisar la factura.",
    norm: "Contrato, cláusulas 57.2.d y 57.6; Ley 142 de 1994, artículo 154",
    says: "Se puede reclamar hasta cinco meses después de la expedición de la factura.",
    certainty: "B",
  }),
  term("completar_peticion", {
    rules: ["CO-R5", "X24"],
    name: "Completar una petición a la que le falta algo",
    startWords: "le enviaron el requerimiento",
    length: months(1),
    then: "Puede pedir otro mes, una sola vez y antes de ese día. Si no completa, la empresa puede archivar; usted puede presentarla de nuevo.",
    norm: "Contrato, cláusula 57.5; Ley 1755 de 2015, artículo 17",
    says: "Hay un mes desde que la empresa envía el requerimiento.",
    certainty: "A",
  }),
  term("ratificar_agente_oficioso", {
    unlisted: true,
    rules: ["agente oficioso"],
    name: "Ratificar el recurso que un abogado presentó por usted sin poder (agente oficioso)",
    startWords: "el abogado presentó el recurso",
    length: months(2),
    start: "filed",
    then: "Si no lo ratifica, el recurso no se decide y se pierde la caución.",
    norm: "Contrato, cláusulas 56 y 47.7",
    says: "Quien fue representado por un agente oficioso tiene dos meses para ratificar.",
    certainty: "A",
  }),
];

/**
 * The user's terms about meters. Those of "thirty days" do not say which: the shorter reading is shown.
 *
 * @law co/contrato-condiciones-uniformes cl. 37 (thirty days to replace a meter that was rejected)
 * @law co/contrato-condiciones-uniformes cl. 39.2 (thirty calendar days where technology changes)
 * @law co/contrato-condiciones-uniformes cl. 11.B.1 (thirty days to collect a meter that was removed)
 */
const METERS: readonly TermRule[] = [
  term("reponer_medidor_rechazado", {
    rules: ["CO-T8"],
    name: "Reponer un medidor que la empresa rechazó",
    startWords: "le comunicaron el rechazo",
    length: calendarDays(30),
    laterReading: businessDays(30),
    endsWith: ["executed"],
    then: "Si no lo repone, la empresa puede instalar uno por cuenta de usted.",
    norm: "Contrato, cláusula 37",
    says: "Hay treinta días; la cláusula no dice si son hábiles.",
    certainty: "A",
  }),
  term("cambio_tecnologia_medidor", {
    rules: ["CO-T8"],
    name: "Cambiar el medidor por un cambio de tecnología",
    startWords: "le pidieron el cambio",
    length: calendarDays(30),
    endsWith: ["executed"],
    then: "Si no lo cambia, la empresa puede hacerlo por cuenta de usted. Otras cláusulas (36.1 y 12.B.13) hablan de un período de facturación: no espere al último día.",
    norm: "Contrato, cláusula 39.2",
    says: "Hay treinta días comunes, con sábados, domingos y festivos.",
    certainty: "A",
  }),
  term("recoger_medidor", {
    rules: ["11.B.1"],
    name: "Recoger un medidor que la empresa retiró",
    startWords: "le enviaron la comunicación",
    length: calendarDays(30),
    laterReading: businessDays(30),
    endsWith: ["executed"],
    then: "Después de ese día la empresa no está obligada a guardarlo.",
    norm: "Contrato, cláusula 11.B.1",
    says: "Hay treinta días; la cláusula no dice si son hábiles.",
    certainty: "A",
  }),
];

/**
 * How long what the company granted lasts, and how early it has to warn.
 *
 * @law co/contrato-condiciones-uniformes cl. 9.1 (a feasibility offer stands six months, an approval a year)
 * @law co/contrato-condiciones-uniformes cl. 11.A.1 (72 hours with an industrial load)
 * @law co/contrato-condiciones-uniformes cl. 16 (an invoice comes five business days before it is due)
 */
const VALIDITY: readonly TermRule[] = [
  term("oferta_factibilidad", {
    rules: ["CO-T2"],
    name: "Usar una factibilidad de conexión aprobada",
    startWords: "le comunicaron la factibilidad",
    length: months(6),
    endsWith: ["executed"],
    then: "Después de ese día la empresa puede pedirle que la solicite de nuevo.",
    decider: "Operador de red",
    norm: "Contrato, cláusula 9.1.1",
    says: "La oferta vale seis meses, al menos.",
    certainty: "A",
  }),
  term("aprobacion_conexion", {
    rules: ["CO-T3"],
    name: "Usar una conexión aprobada",
    startWords: "le comunicaron la aprobación",
    length: months(12),
    endsWith: ["executed"],
    then: "Después de ese día la empresa puede pedirle que la solicite de nuevo.",
    decider: "Operador de red",
    norm: "Contrato, cláusula 9.1.2",
    says: "La aprobación vale un año, al menos.",
    certainty: "A",
  }),
  term("aviso_corte_industrial", {
    rules: ["CO-T9"],
    name: "El aviso de un corte programado, con carga industrial",
    whose: "company",
    startWords: "le avisaron",
    length: hours(72),
    endsWith: ["executed"],
    answerWords: "El corte no puede empezar antes del",
    then: "Si empieza antes, hay una falla del servicio: puede presentar una queja.",
    decider: "Operador de red",
    norm: "Contrato, cláusula 11.A.1",
    says: "Con carga industrial, el corte programado se avisa 72 horas antes.",
    certainty: "A",
  }),
  term("entrega_factura", {
    rules: ["CO-T9", "X19"],
    name: "La entrega de la factura antes de su vencimiento",
    whose: "company",
    startWords: "le entregaron la factura",
    length: businessDays(5),
    endsWith: ["executed"],
    answerWords: "La factura no puede vencer antes del",
    then: "Si vence antes, la entrega fue tardía: puede reclamar los intereses que le cobren.",
    norm: "Contrato, cláusula 16",
    says: "La factura se entrega cinco días hábiles antes de la fecha de pago.",
    certainty: "A",
  }),
];

export const COLOMBIAN_USER_TERMS: readonly TermRule[] = [...REMEDIES, ...METERS, ...VALIDITY];
