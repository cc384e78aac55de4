import { arrangedCharges, chargeListing } from "@/lib/billing/charge-descriptions";
import type { ChargeDescription } from "@/lib/billing/model";
import { chargeDescriptions } from "@/lib/billing/queries";
import { publicContext } from "@/lib/platform/context";
import { csvResponse } from "@/lib/platform/download";

export async function GET(request: Request): Promise<Response> {
  const charges = await chargeDescriptions(publicContext());
  const listing = chargeListing.parse(Object.fromEntries(new URL(request.url).searchParams));
  return csvResponse<ChargeDescription>(
    request,
    [
      { header: "Cargo", kind: "text", value: (charge) => charge.description },
      { header: "Explicación", kind: "text", value: (charge) => charge.explanation },
    ],
    arrangedCharges(charges, listing),
    "cargos-explicados",
  );
}
