import { chile } from "./cl/chile.ts";
import { colombia } from "./co/colombia.ts";
import type { Jurisdiction } from "./jurisdiction.ts";

const jurisdictions = { cl: chile, co: colombia } satisfies Record<string, Jurisdiction>;

export type Country = keyof typeof jurisdictions;

/** The rules of the company's country (the profile's `country`). */
export const jurisdictionOf = (country: Country): Jurisdiction => jurisdictions[country];
