import type { DemonstrationCompany } from "../company.ts";
import { litoralPackage } from "./package.ts";
import { people } from "./people.ts";
import profile from "./profile.json" with { type: "json" };

/** Electrificadora del Litoral Demo S.A. E.S.P., on the Colombian coast. */
export const litoral: DemonstrationCompany = {
  country: "co",
  timeZone: profile.timeZone,
  identityNumber: profile.identityNumber.replaceAll(".", ""),
  folder: "demostracion-co",
  people,
  package: litoralPackage,
  networks: [],
};
