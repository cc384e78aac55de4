import {
  businessDays,
  hours,
  months,
  type Clause,
  type Filing,
  type NotificationRule,
  type PetitionRule,
  type TermRule,
} from "../term-rule.ts";

const ANYONE =
  "Cualquier persona, suscriptora o no, por sí misma, por representante o por apoderado; de palabra, por escrito o por medios electrónicos, sin abogado (contrato, cláusulas 56.1, 57.1 y 57.2.f).";

/** What a petition states. Incomplete ones are received with a note when the person insists (57.3). */
const PETITION_FIELDS = [
  "Autoridad a la que se dirige",
  "Nombre completo y dirección de quien pide o de su representante",
  "Qué pide",
  "Lista de los documentos que adjunta",
  "Número de cuenta, ruta, medidor o copia de la factura",
  "Firma, cuando corresponda",
];
const PETITION: Filing = { who: ANYONE, fields: PETITION_FIELDS, documents: [], preconditions: [] };

/**
 * What stops, restarts and suspends a petition's term.
 *
 * @law co/contrato-condiciones-uniformes cl. 57.4 (asked once; the full term starts again)
 * @law co/contrato-condiciones-uniformes cl. 57.5 (one month to supply what is missing)
 * @law co/contrato-condiciones-uniformes cl. 59.5 (evidence of 10 to 30 days; 72 hours to recognise silence)
 * @law co/ley-1755 art. 17 (asked within ten days; the month may be extended once)
 */
const VERBS = {
  information: { lastDay: 10, reply: months(1), extendedReply: months(2) },
  evidence: { least: 10, most: 30 },
  recognition: hours(72),
  copies: businessDays(3),
} as const;

const COMMUNICATED: PetitionRule = { ...VERBS, longest: null, notification: null };

/**
 * How a decision on the merits is made known.
 *
 * @law co/contrato-condiciones-uniformes cl. 58 (citation within 5 days, notice by aviso, electronic notice when opened)
 * @law co/ley-142 art. 154 (five business days to appeal; errata 3 to 6 of the contract)
 */
const notified = (of: NotificationRule["of"]): PetitionRule => ({
  ...VERBS,
  longest: null,
  notification: {
    of,
    citation: businessDays(5),
    remedy: businessDays(5),
    steps: [
      "Citación enviada dentro de 5 días hábiles (58.c)",
      "Notificación personal, con copia completa y los recursos que proceden (58.d)",
      "Aviso, si no se logró en 5 días hábiles desde la citación; surte efecto al terminar el día hábil siguiente (58.e)",
      "Electrónica sólo si la persona la aceptó; surte efecto cuando la abre (57.1 par. 2)",
    ],
  },
});

const SILENCE =
  "Si la empresa no decide en el plazo, lo pedido se entiende concedido (silencio administrativo positivo) y la empresa debe reconocerlo en 72 horas. Si no lo hace, puede acudir a la SSPD.";

/**
 * @law co/contrato-condiciones-uniformes cl. 56 (documents in 10 days, consultas in 30, extended to double at most)
 * @law co/contrato-condiciones-uniformes cl. 57.6 (an invoice is claimed within five months)
 * @law co/ley-142 art. 158 (fifteen business days; silence grants what was asked for)
 */
const FIFTEEN: Clause = {
  norm: "Contrato, cláusulas 57.2.i y 58; Ley 142 de 1994, artículo 158",
  says: "La empresa tiene quince días hábiles desde la presentación para responder.",
  certainty: "A",
};

const base = {
  whose: "company",
  start: "filed",
  endsWith: ["answered"],
  consumerDelay: false,
  decider: "Oficina de PQR, por delegación del gerente (contrato, cláusula 60)",
  filing: PETITION,
} as const;

const fifteenDays = {
  ...base,
  length: businessDays(15),
  petition: COMMUNICATED,
  onExpiry: "silencio",
  then: SILENCE,
  clause: FIFTEEN,
} as const;

export const COLOMBIAN_PETITIONS: readonly TermRule[] = [
  {
    ...fifteenDays,
    caseType: "co.reclamo_facturacion",
    rules: ["CO-R1", "CO-R4", "CO-R5", "CO-R6", "CO-R7", "CO-R8", "CO-P1", "CO-H1"],
    name: "La respuesta a un reclamo por la factura",
    startWords: "presentó el reclamo",
    petition: notified("reclamo"),
    filingLimit: {
      from: "invoiceIssued",
      length: months(5),
      clause: {
        norm: "Contrato, cláusulas 57.2.d y 57.6; Ley 142 de 1994, artículo 154",
        says: "Se puede reclamar hasta cinco meses después de la expedición de la factura.",
        certainty: "B",
      },
    },
    filing: {
      ...PETITION,
      preconditions: [
        "La factura no tiene más de cinco meses (cláusulas 57.2.d y 57.6)",
        "No hay que pagar para reclamar (cláusula 57.2.h)",
      ],
    },
  },
  {
    ...fifteenDays,
    caseType: "co.peticion_general",
    rules: ["CO-R1", "CO-R4", "CO-R5", "CO-R6", "CO-R7"],
    name: "La respuesta a una petición",
    startWords: "presentó la petición",
  },
  {
    ...fifteenDays,
    caseType: "co.queja",
    rules: ["CO-R1", "CO-R5"],
    name: "La respuesta a una queja por el servicio o por un empleado",
    startWords: "presentó la queja",
  },
  {
    ...fifteenDays,
    caseType: "co.recurso_reposicion",
    rules: ["CO-R6", "CO-R7", "CO-R8", "CO-R9", "CO-R10", "CO-R11", "CO-R12"],
    name: "La respuesta a un recurso de reposición y en subsidio apelación",
    startWords: "presentó el recurso",
    petition: notified("recurso"),
    decider: "El gerente o su delegado; la apelación, la SSPD",
    filingLimit: {
      from: "decisionNotifiedOn",
      length: businessDays(5),
      clause: {
        norm: "Contrato, cláusulas 57.2.e y 47.7 con su fe de erratas; Ley 142 de 1994, artículo 154",
        says: "El recurso se presenta dentro de los cinco días hábiles siguientes a la notificación.",
        certainty: "A",
      },
    },
    filing: {
      who: ANYONE,
      fields: [
        "Motivos concretos",
        "Lista de las pruebas",
        "Nombre, dirección, teléfono y medidor o cuenta",
        "Correo, si quiere la notificación electrónica",
      ],
      documents: [
        "Pago de lo que no se discute o del promedio de los últimos cinco períodos, sólo si se discute el valor facturado (cláusula 59.b)",
        "Poder, si actúa un apoderado",
      ],
      preconditions: [
        "Contra negativa del contrato, suspensión, terminación, corte o facturación (cláusula 57.2.a)",
      ],
    },
  },
  {
    ...base,
    caseType: "co.peticion_documentos",
    rules: ["CO-R2"],
    name: "La entrega de documentos que pidió",
    startWords: "pidió los documentos",
    length: businessDays(10),
    petition: { ...COMMUNICATED, longest: 20 },
    onExpiry: "granted",
    then: "Si la empresa no responde, la solicitud se entiende aceptada y debe entregar las copias en los tres días hábiles siguientes.",
    clause: {
      norm: "Contrato, cláusula 56 parágrafo 1.1; Ley 1755 de 2015, artículo 14",
      says: "La empresa tiene diez días hábiles para entregar los documentos.",
      certainty: "A",
    },
  },
  {
    ...base,
    caseType: "co.consulta",
    rules: ["CO-R3"],
    name: "La respuesta a una consulta",
    startWords: "presentó la consulta",
    length: businessDays(30),
    target: 15,
    petition: { ...COMMUNICATED, longest: 60 },
    onExpiry: "overdue",
    then: "Si la empresa no responde, queda fuera de plazo. Puede quejarse ante la empresa o ante la SSPD.",
    clause: {
      norm: "Contrato, cláusula 56 parágrafo 1.2; Ley 1755 de 2015, artículo 14",
      says: "La empresa tiene treinta días hábiles para responder una consulta.",
      certainty: "A",
    },
  },
];
