import { usagePointFacts } from "@/components/domain/usage-point-facts";
import { chargesSheet } from "@/components/pdf/sheets";
import { usagePointInformation } from "@/lib/metering/queries";
import { portalContext } from "@/lib/platform/context";
import { pdfResponse } from "@/lib/platform/download";
import { companyJurisdiction } from "@/lib/platform/profile";
import { sheetStyle } from "../../../../../../_components/sheet-style";
import { chargesOf } from "../charges";

type Route = RouteContext<"/mi-cuenta/suministros/[numero]/consumos/[periodo]/pdf">;

export async function GET(_request: Request, { params }: Route): Promise<Response> {
  const { numero, periodo } = await params;
  const ctx = await portalContext();
  const [charges, supply] = await Promise.all([
    chargesOf(ctx, numero, periodo),
    usagePointInformation(ctx, numero),
  ]);
  const sheet =
    charges && supply && chargesSheet(sheetStyle(), charges, usagePointFacts(supply, companyJurisdiction()));
  return pdfResponse(sheet, `cargos-${numero}-${periodo}`);
}
