import { usagePointFacts } from "@/components/domain/usage-point-facts";
import { usagePointSheet } from "@/components/pdf/sheets";
import { usagePointInformation } from "@/lib/metering/queries";
import { portalContext } from "@/lib/platform/context";
import { pdfResponse } from "@/lib/platform/download";
import { companyJurisdiction } from "@/lib/platform/profile";
import { sheetStyle } from "../../../../_components/sheet-style";

type Route = RouteContext<"/mi-cuenta/suministros/[numero]/pdf">;

export async function GET(_request: Request, { params }: Route): Promise<Response> {
  const { numero } = await params;
  const information = await usagePointInformation(await portalContext(), numero);
  const sheet =
    information && usagePointSheet(sheetStyle(), numero, usagePointFacts(information, companyJurisdiction()));
  return pdfResponse(sheet, `suministro-${numero}`);
}
