import { byText, folded, listKind, matching, type Listing } from "../kernel/listing.ts";
import type { ChargeDescription } from "./model.ts";

/** The list of the charges that the company has described, by name. */
export const chargeListing = listKind(["cargo"], [25, 100], "asc");

/**
 * Charges whose name or explanation holds the words searched for; the one that is called exactly so comes first, for
 * bills lead to their charges by searching for their names.
 */
export function arrangedCharges(
  charges: readonly ChargeDescription[],
  { buscar, dir }: Listing<"cargo">,
): ChargeDescription[] {
  const found = matching(charges, buscar, ({ description, explanation }) => `${description} ${explanation}`);
  const isNamed = ({ description }: ChargeDescription) => folded(description) === folded(buscar);
  return found
    .sort(byText((charge) => charge.description, dir))
    .sort((a, b) => Number(isNamed(b)) - Number(isNamed(a)));
}
