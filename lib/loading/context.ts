import { companyFiles } from "../platform/company-files.ts";
import { companyIdentity, companyJurisdiction, companyProfile } from "../platform/profile.ts";
import type { LoadContext } from "./commands.ts";

/** What a load needs, for the company of the profile: its country's rules, and the store in its data folder. */
export const loadContext = (databaseUrl: string, dataDir: string, now = () => new Date()): LoadContext => ({
  databaseUrl,
  jurisdiction: companyJurisdiction(),
  companyIdentity: companyIdentity(),
  store: companyFiles(dataDir),
  minimumCustomers: companyProfile().network.minimumCustomers,
  now,
});
