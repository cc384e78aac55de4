import { businessDays, calendarDays, hours, type RuleSet } from "../term-rule.ts";

const NOBODY_ELSE = { fields: [], documents: [], preconditions: [] } as const;

/**
 * Terms of Chile. The distributor's are of calendar days and never move to a business day.
 *
 * @law cl/ntcsd § reclamos (thirty calendar days to answer a claim)
 * @law cl/ley-19880 art. 59 (five business days for a reposición)
 */
export const chileanTerms: RuleSet = {
  country: "CL",
  version: "CL 1 (2026)",
  zone: null, // three zones: the supply's has to be said
  filingDayMayCount: false,
  holidayWord: "feriado",
  weekendNorm: "Ley 19.880, artículo 25",
  rules: [
    {
      caseType: "cl.reclamo_distribuidora",
      rules: ["CL-C1"],
      name: "La respuesta de la distribuidora a un reclamo, consulta o solicitud",
      whose: "company",
      start: "filed",
      startWords: "presentó el reclamo",
      length: calendarDays(30),
      endsWith: ["answered"],
      petition: null,
      consumerDelay: false,
      onExpiry: "overdue",
      afterExpiry: { remedy: "reclamo_SEC", within: null },
      then: "Si no le responde, o la respuesta no le satisface, puede reclamar ante la SEC.",
      decider: "La distribuidora; después, la SEC",
      filing: { who: "Cualquier cliente o interesado", ...NOBODY_ELSE },
      clause: {
        norm: "Norma Técnica de Calidad de Servicio para Sistemas de Distribución (NTCSD)",
        says: "La distribuidora responde en treinta días corridos, cuente o no el fin de semana.",
        certainty: "B",
      },
    },
    {
      caseType: "cl.reposicion_sec",
      rules: ["CL-C2"],
      name: "Pedir a la SEC que revise su decisión (reposición)",
      whose: "user",
      start: "notified",
      startWords: "le notificaron",
      length: businessDays(5),
      endsWith: ["answered"],
      petition: null,
      consumerDelay: false,
      onExpiry: "overdue",
      then: "Después de ese día la SEC puede rechazar la reposición por tardía.",
      decider: "SEC",
      filing: { who: "A quien afecta la decisión", ...NOBODY_ELSE },
      clause: {
        norm: "Ley 19.880, artículos 25 y 59",
        says: "Son cinco días hábiles desde la notificación. Sábados, domingos y festivos no cuentan.",
        certainty: "C",
      },
    },
    {
      caseType: "cl.horas24",
      rules: ["CAL-8"],
      name: "Un plazo de 24 horas",
      whose: "company",
      start: "requested",
      startWords: "lo pidió",
      length: hours(24),
      endsWith: ["executed", "answered"],
      petition: null,
      consumerDelay: false,
      onExpiry: "overdue",
      then: "Pasadas las 24 horas, la empresa queda fuera de plazo.",
      decider: "La distribuidora",
      filing: { who: "El cliente", ...NOBODY_ELSE },
      clause: {
        norm: "Horas de reloj, también de noche y en festivo",
        says: "Son 24 horas que pasan de verdad: un cambio de hora no las alarga ni las acorta.",
        certainty: "D",
      },
    },
  ],
};
