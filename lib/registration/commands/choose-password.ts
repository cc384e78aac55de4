import type { Result } from "../../kernel/result.ts";
import { companyJurisdiction, companyProfile } from "../../platform/profile.ts";
import { commonPasswords } from "../common-passwords.ts";
import { checkPassword, type PasswordProblem } from "../password-policy.ts";
import { namesOf, type PersonalDetails } from "../personal-details.ts";

export type { PasswordProblem };

/** Whose password it is going to be. */
export interface Chooser {
  details: PersonalDetails | null;
  identityNumber: string;
  email: string | null;
  hasSecondFactor: boolean;
}

/** Whether this person may choose this password in this company's portal. */
export async function choosePassword(
  password: string,
  chooser: Chooser,
): Promise<Result<null, PasswordProblem>> {
  const { details, identityNumber, email, hasSecondFactor } = chooser;
  const { legalName, headline } = companyProfile();
  return checkPassword(password, {
    hasSecondFactor,
    common: await commonPasswords(),
    context: [
      legalName,
      headline.large,
      identityNumber,
      companyJurisdiction().formatDocument(identityNumber),
      email ?? "",
      ...namesOf(details),
    ],
  });
}
