import { businessDays, hours, months, type Certainty, type Filing, type TermRule } from "../term-rule.ts";

const filing = (
  who: string,
  documents: readonly string[] = [],
  preconditions: readonly string[] = [],
): Filing => ({
  who,
  fields: [],
  documents,
  preconditions,
});
const clause = (norm: string, says: string, certainty: Certainty) => ({ norm, says, certainty });

const base = { whose: "company", petition: null, consumerDelay: false, onExpiry: "overdue" } as const;
const LATE_WORK = "Si no se hace en el plazo, hay una falla del servicio: puede presentar una queja.";
const LATE_ANSWER = "Si no responde en el plazo, la empresa queda fuera de plazo: puede presentar una queja.";
const NOT_YET = "Si la empresa no responde, lo pedido se entiende concedido y debe reconocerlo en 72 horas.";

/** @law co/contrato-condiciones-uniformes cl. 9 (representation before the grid operator: fifteen days) */
const REPRESENTATION: TermRule = {
  ...base,
  caseType: "co.representacion",
  rules: ["CO-T1"],
  name: "La respuesta a una solicitud de representación ante el operador de red",
  start: "filed",
  startWords: "presentó la solicitud",
  length: businessDays(15),
  endsWith: ["answered", "executed"],
  onExpiry: "silencio",
  then: NOT_YET,
  decider: "Oficina de PQR",
  filing: filing("Quien pide el servicio", ["Los nueve documentos de la fe de erratas, numeral 1"]),
  clause: clause("Contrato, cláusula 9 parágrafo sexto", "La empresa decide en quince días hábiles.", "D"),
};

/** @law co/contrato-condiciones-uniformes cl. 9.1 (a refusal of feasibility: seven business days; observations: fifteen) */
const CONNECTION: readonly TermRule[] = [
  {
    ...base,
    caseType: "co.factibilidad_negativa",
    rules: ["CO-T2"],
    name: "La negativa de una factibilidad de conexión",
    start: "filed",
    startWords: "presentó la solicitud al operador de red",
    length: businessDays(7),
    endsWith: ["answered", "executed"],
    then: LATE_ANSWER,
    decider: "Operador de red",
    filing: filing("Quien pide la conexión; no se cobra"),
    clause: clause(
      "Contrato, cláusula 9.1.1",
      "La negativa se comunica por escrito en siete días hábiles.",
      "A",
    ),
  },
  {
    ...base,
    caseType: "co.factibilidad_observaciones",
    rules: ["CO-T2"],
    name: "Las observaciones a una solicitud de factibilidad",
    start: "filed",
    startWords: "presentó la solicitud al operador de red",
    length: businessDays(15),
    endsWith: ["answered", "executed"],
    then: LATE_ANSWER,
    decider: "Operador de red",
    filing: filing("Quien pide la conexión; no se cobra"),
    clause: clause("Contrato, cláusula 9.1.1", "Las observaciones se hacen en quince días hábiles.", "A"),
  },
  {
    ...base,
    caseType: "co.conexion",
    rules: ["CO-T3"],
    name: "Las observaciones a una solicitud de conexión",
    start: "filed",
    startWords: "presentó la solicitud",
    length: businessDays(15),
    endsWith: ["answered", "executed"],
    then: LATE_ANSWER,
    decider: "Operador de red",
    filing: filing("Quien pide la conexión", [
      "Planos por duplicado",
      "Factibilidad vigente",
      "Licencia",
      "Certificado RETIE",
    ]),
    clause: clause(
      "Contrato, cláusula 9.1.2",
      "Las observaciones se hacen en quince días hábiles; el plazo de conexión depende del nivel de tensión (CREG 156 de 2011, por configurar).",
      "D",
    ),
  },
];

/**
 * @law co/contrato-condiciones-uniformes cl. 11 (reconnection carried out within 24 hours)
 * @law co/contrato-condiciones-uniformes cl. 50 (reinstalment: 7 business days, or 2 months at level 4; disconnection: 3)
 */
const WORKS: readonly TermRule[] = [
  {
    ...base,
    caseType: "co.reconexion",
    rules: ["CO-T4"],
    name: "La reconexión del servicio",
    start: "cause_cleared",
    startWords: "se superó la causa (por ejemplo, pagó)",
    length: hours(24),
    endsWith: ["executed"],
    then: LATE_WORK,
    decider: "Operador de red",
    filing: filing("El usuario suspendido", [], ["Deuda, intereses y condiciones técnicas resueltos"]),
    clause: clause("Contrato, cláusulas 11.B.10 y 45", "El servicio se reconecta en 24 horas de reloj.", "A"),
  },
  {
    ...base,
    caseType: "co.reinstalacion_nt123",
    rules: ["CO-T5"],
    name: "La reinstalación después de un corte (niveles 1 a 3)",
    start: "received_by_or",
    startWords: "el operador de red recibió la solicitud",
    length: businessDays(7),
    endsWith: ["executed"],
    then: LATE_WORK,
    decider: "Operador de red",
    filing: filing(
      "El usuario, por su comercializador",
      [],
      ["Requisitos de una solicitud nueva", "Deudas, intereses y cargo"],
    ),
    clause: clause("Contrato, cláusula 50.C", "La reinstalación se hace en siete días hábiles.", "A"),
  },
  {
    ...base,
    caseType: "co.reinstalacion_nt4",
    rules: ["CO-T5"],
    name: "La reinstalación después de un corte (nivel 4)",
    start: "received_by_or",
    startWords: "el operador de red recibió la solicitud",
    length: months(2),
    endsWith: ["executed"],
    then: LATE_WORK,
    decider: "Operador de red",
    filing: filing(
      "El usuario, por su comercializador",
      [],
      ["Requisitos de una solicitud nueva", "Deudas, intereses y cargo"],
    ),
    clause: clause(
      "Contrato, cláusula 50.C",
      "La reinstalación en nivel de tensión 4 se hace en dos meses.",
      "A",
    ),
  },
  {
    ...base,
    caseType: "co.corte_or",
    unlisted: true,
    rules: ["CO-T6"],
    name: "El corte que pidió el comercializador",
    start: "received_by_or",
    startWords: "el operador de red recibió la solicitud",
    length: businessDays(3),
    endsWith: ["executed"],
    then: "Si no se corta en el plazo, el operador de red queda fuera de plazo.",
    decider: "Operador de red",
    filing: filing(
      "El comercializador",
      [],
      ["Causas de la cláusula 50.A", "Ningún reclamo pendiente por la misma causa (cláusula 60)"],
    ),
    clause: clause("Contrato, cláusula 50.B.2", "El corte se hace en tres días hábiles.", "A"),
  },
];

/**
 * @law co/contrato-condiciones-uniformes cl. 43 (suspension by agreement, asked for 48 hours before)
 * @law co/contrato-condiciones-uniformes cl. 37 (a meter bought by the user: twenty business days to accept it)
 */
const REQUESTS: readonly TermRule[] = [
  {
    ...base,
    caseType: "co.suspension_comun_acuerdo",
    rules: ["CO-T7"],
    name: "La respuesta a una suspensión de común acuerdo",
    start: "filed",
    startWords: "presentó la solicitud",
    length: businessDays(15),
    endsWith: ["answered", "executed"],
    onExpiry: "silencio",
    then: NOT_YET,
    decider: "Oficina de PQR",
    filing: filing("El suscriptor, al menos 48 horas antes del día que quiere", [
      "Folio de matrícula",
      "Permiso escrito del dueño",
      "Declaración de que no afecta a terceros",
    ]),
    clause: clause(
      "Contrato, cláusulas 43 y 57.2.i",
      "Como toda petición, se responde en quince días hábiles.",
      "D",
    ),
  },
  {
    ...base,
    caseType: "co.aceptacion_medidor",
    rules: ["CO-T8"],
    name: "La aceptación de un medidor que usted compró",
    start: "received_by_or",
    startWords: "entregó el medidor",
    length: businessDays(20),
    endsWith: ["answered", "executed"],
    then: LATE_ANSWER,
    decider: "La empresa",
    filing: filing("El usuario", ["Medidor y su certificado"]),
    clause: clause(
      "Contrato, cláusula 37",
      "La empresa acepta o rechaza el medidor en veinte días hábiles.",
      "A",
    ),
  },
];

/** @law co/ley-142 art. 159 (a recurso that was denied goes on to the SSPD; when, no norm says: configured) */
const FORWARDING: TermRule = {
  ...base,
  caseType: "co.envio_sspd",
  unlisted: true,
  rules: ["CO-R12"],
  name: "El envío del expediente de la apelación a la SSPD",
  start: "notified",
  startWords: "le notificaron que negaron la reposición",
  length: businessDays(3),
  endsWith: ["executed"],
  then: "Si la empresa no lo envía, pregunte en la SSPD si lo recibió y dígale que no.",
  decider: "SSPD",
  filing: filing("La empresa envía"),
  clause: clause(
    "Ley 142 de 1994, artículo 159",
    "La norma no dice cuándo: cada empresa lo fija, aquí en tres días hábiles.",
    "D",
  ),
};

/** @law co/contrato-condiciones-uniformes cl. 11.A.1 (planned outages are told 48 hours before) */
const OUTAGE_NOTICE: TermRule = {
  ...base,
  caseType: "co.aviso_corte_programado",
  rules: ["CO-T9"],
  name: "El aviso de un corte programado",
  start: "notified",
  startWords: "le avisaron",
  length: hours(48),
  endsWith: ["executed"],
  answerWords: "El corte no puede empezar antes del",
  then: "Si empieza antes, hay una falla del servicio: puede presentar una queja.",
  decider: "Operador de red",
  filing: filing("La empresa avisa"),
  clause: clause("Contrato, cláusula 11.A.1", "El corte programado se avisa 48 horas antes.", "A"),
};

export const COLOMBIAN_SERVICE_TERMS: readonly TermRule[] = [
  REPRESENTATION,
  ...CONNECTION,
  ...WORKS,
  ...REQUESTS,
  OUTAGE_NOTICE,
  FORWARDING,
];
