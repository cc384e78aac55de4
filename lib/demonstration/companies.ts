import type { CivilDate } from "../kernel/civil-date.ts";
import type { DemonstrationCompany } from "./company.ts";
import { litoral } from "./litoral/company.ts";
import { losNotros } from "./los-notros/company.ts";
import type { PackagedFile } from "../loading/package/template.ts";

const byCountry: Record<DemonstrationCompany["country"], DemonstrationCompany> = {
  cl: losNotros,
  co: litoral,
};
export const companies = Object.values(byCountry);

export const demonstrationCompany = (country: DemonstrationCompany["country"]) => byCountry[country];

/** The package of a demonstration company as it would be exported on `today`: an example for those who make their own. */
export const demonstrationPackage = (
  today: CivilDate,
  country: DemonstrationCompany["country"] = "cl",
): PackagedFile[] => demonstrationCompany(country).package(today);
