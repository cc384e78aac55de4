import { bolivia } from "./bo/bolivia.ts";
import { chile } from "./cl/chile.ts";
import { colombia } from "./co/colombia.ts";
import { spain } from "./es/spain.ts";
import type { Jurisdiction } from "./jurisdiction.ts";
import { paraguay } from "./py/paraguay.ts";

const jurisdictions = {
  bo: bolivia,
  cl: chile,
  co: colombia,
  es: spain,
  py: paraguay,
} satisfies Record<string, Jurisdiction>;

export type Country = keyof typeof jurisdictions;

/** The rules of the company's country (the profile's `country`, which admits those whose tax is known). */
export const jurisdictionOf = (country: Country): Jurisdiction => jurisdictions[country];
