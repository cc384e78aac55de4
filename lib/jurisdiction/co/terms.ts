import type { RuleSet } from "../term-rule.ts";
import { COLOMBIAN_PETITIONS } from "./petition-terms.ts";
import { COLOMBIAN_SERVICE_TERMS } from "./service-terms.ts";
import { UNBILLED_ENERGY } from "./unbilled-energy.ts";
import { COLOMBIAN_USER_TERMS } from "./user-terms.ts";

/** Terms of Colombia: Ley 142, Ley 1755 and the contract of uniform conditions with its fe de erratas. */
export const colombianTerms: RuleSet = {
  country: "CO",
  version: "CO 1 (2026)",
  zone: "America/Bogota",
  filingDayMayCount: true,
  holidayWord: "festivo",
  weekendNorm: "Ley 4 de 1913, artículo 62",
  rules: [...COLOMBIAN_PETITIONS, ...COLOMBIAN_USER_TERMS, ...COLOMBIAN_SERVICE_TERMS, ...UNBILLED_ENERGY],
};
