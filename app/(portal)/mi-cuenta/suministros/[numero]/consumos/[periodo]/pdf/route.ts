import { chargesSheet } from "@/components/pdf/sheets";
import { usagePointInformation } from "@/lib/metering/queries";
import { portalContext } from "@/lib/platform/context";
import { pdfResponse } from "@/lib/platform/download";
import { sheetStyle } from "../../../../../../../_components/sheet-style";
import { inWords } from "../../../information";
import { chargesOf } from "../charges";

type Route = RouteContext<"/mi-cuenta/suministros/[numero]/consumos/[periodo]/pdf">;

export async function GET(_request: Request, { params }: Route): Promise<Response> {
  const { numero, periodo } = await params;
  const ctx = await portalContext();
  const [charges, usagePoint] = await Promise.all([
    chargesOf(ctx, numero, periodo),
    usagePointInformation(ctx, numero),
  ]);
  const supply = usagePoint && inWords(usagePoint, charges?.bills[0]?.issuedOn ?? null);
  const sheet = charges && supply && chargesSheet(sheetStyle(), charges, [supply.user, supply.technical]);
  return pdfResponse(sheet, `cargos-${numero}-${periodo}`);
}
