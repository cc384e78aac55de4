import { parseRut } from "../../jurisdiction/cl/rut.ts";
import type { DemonstrationCompany } from "../company.ts";
import { losNotrosPackage } from "./package.ts";
import { people } from "./people.ts";
import profile from "./profile.json" with { type: "json" };

/** Cooperativa Eléctrica Los Notros Ltda., in the south of Chile. */
export const losNotros: DemonstrationCompany = {
  country: "cl",
  timeZone: profile.timeZone,
  identityNumber: parseRut(profile.identityNumber) ?? "",
  folder: "demostracion",
  people,
  package: losNotrosPackage,
};
