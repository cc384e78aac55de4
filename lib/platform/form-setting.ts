import "server-only";
import type { FormSetting } from "../registration/schema.ts";
import { civilDateAt } from "../kernel/civil-date.ts";
import { now } from "./clock.ts";
import { parseMailAddress } from "./mail/address.ts";
import { companyJurisdiction, companyProfile } from "./profile.ts";

/** What forms about people are checked with, in this company's country. */
export const formSetting = (): FormSetting => ({
  kinds: companyJurisdiction().documentKinds,
  today: civilDateAt(now(), companyProfile().timeZone),
  address: parseMailAddress,
});
