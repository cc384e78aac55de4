import { chargesSheet } from "@/components/pdf/sheets";
import { portalContext } from "@/lib/platform/context";
import { pdfResponse } from "@/lib/platform/download";
import { sheetStyle } from "../../../../../../../_components/sheet-style";
import { chargesWithSupply } from "../charges";

type Route = RouteContext<"/mi-cuenta/suministros/[numero]/consumos/[periodo]/pdf">;

export async function GET(_request: Request, { params }: Route): Promise<Response> {
  const { numero, periodo } = await params;
  const found = await chargesWithSupply(await portalContext(), numero, periodo);
  const sheet =
    found && chargesSheet(sheetStyle(), found.charges, [found.supply.user, found.supply.technical]);
  return pdfResponse(sheet, `cargos-${numero}-${periodo}`);
}
