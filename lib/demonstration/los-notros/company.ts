import { parseRut } from "../../jurisdiction/cl/rut.ts";
import type { DemonstrationCompany } from "../company.ts";
import { SAMPLE_EDITIONS, samplePackage } from "../network/sample.ts";
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
  networks: SAMPLE_EDITIONS.map((edition) => ({
    folder: `demostracion-red-${edition.slice(-4)}`,
    files: () => samplePackage(edition, { isMoved: true }),
  })),
};
