import { chargesSheet } from "@/components/pdf/sheets";
import { portalContext } from "@/lib/platform/context";
import { pdfResponse } from "@/lib/platform/download";
import { sheetStyle } from "../../../../../../../_components/sheet-style";
import { informationOf } from "../../../information";
import { chargesOf } from "../charges";

type Route = RouteContext<"/mi-cuenta/suministros/[numero]/consumos/[periodo]/pdf">;

export async function GET(_request: Request, { params }: Route): Promise<Response> {
  const { numero, periodo } = await params;
  const ctx = await portalContext();
  const [charges, supply] = await Promise.all([chargesOf(ctx, numero, periodo), informationOf(ctx, numero)]);
  const sheet = charges && supply && chargesSheet(sheetStyle(), charges, [supply.user, supply.technical]);
  return pdfResponse(sheet, `cargos-${numero}-${periodo}`);
}
