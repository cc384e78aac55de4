import { chargesSheet } from "@/components/pdf/sheets";
import { portalContext } from "@/lib/platform/context";
import { pdfResponse } from "@/lib/platform/download";
import { sheetStyle } from "../../../../../../_components/sheet-style";
import { chargesOf } from "../charges";

type Route = RouteContext<"/mi-cuenta/suministros/[numero]/consumos/[periodo]/pdf">;

export async function GET(_request: Request, { params }: Route): Promise<Response> {
  const { numero, periodo } = await params;
  const charges = await chargesOf(await portalContext(), numero, periodo);
  return pdfResponse(charges && chargesSheet(sheetStyle(), charges), `cargos-${numero}-${periodo}`);
}
