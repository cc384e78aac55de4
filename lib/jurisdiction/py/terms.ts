import { businessDays, calendarDays, type RuleSet, type TermRule } from "../term-rule.ts";

/** A figure of at most three digits, and "c" when the days are corridos. */
const CONFIGURED = /^py\.reclamo_cfg([1-9]\d{0,2})(c?)$/;

function configured(caseType: string): TermRule | null {
  const [, figure, corridos] = CONFIGURED.exec(caseType) ?? [];
  if (!figure) return null;
  const count = Number(figure);
  const unit = corridos ? "corridos" : "hábiles";
  return {
    caseType,
    rules: ["PY-C1"],
    name: `La respuesta a un reclamo (${count} días ${unit}, plazo configurado)`,
    whose: "company",
    start: "filed",
    startWords: "presentó el reclamo",
    length: corridos ? calendarDays(count) : businessDays(count),
    endsWith: ["answered"],
    petition: null,
    consumerDelay: false,
    onExpiry: "overdue",
    then: "Si no le responde, la empresa queda fuera del plazo que ella misma fijó.",
    decider: "La empresa",
    filing: { who: "El usuario", fields: [], documents: [], preconditions: [] },
    clause: {
      norm: "Plazo que fija la empresa; ninguna norma de Paraguay que conozcamos lo dice",
      says: `La empresa responde en ${count} días ${unit}.`,
      certainty: "D",
    },
  };
}

/** What the calculator offers until a company sets its own. */
const OFFERED = ["py.reclamo_cfg15", "py.reclamo_cfg15c"];

/** Terms of Paraguay: ANDE publishes none, so that each company sets its own. */
export const paraguayanTerms: RuleSet = {
  country: "PY",
  version: "PY 1 (2026)",
  zone: "America/Asuncion",
  filingDayMayCount: false,
  holidayWord: "feriado",
  weekendNorm: "días hábiles, de lunes a viernes",
  rules: OFFERED.flatMap((caseType) => configured(caseType) ?? []),
  configured,
};
