import { usagePointSheet } from "@/components/pdf/sheets";
import { portalContext } from "@/lib/platform/context";
import { pdfResponse } from "@/lib/platform/download";
import { sheetStyle } from "../../../../../_components/sheet-style";
import { informationOf } from "../information";

type Route = RouteContext<"/mi-cuenta/suministros/[numero]/pdf">;

export async function GET(_request: Request, { params }: Route): Promise<Response> {
  const { numero } = await params;
  const information = await informationOf(await portalContext(), numero);
  const sheet =
    information &&
    usagePointSheet(sheetStyle(), information.usagePoint, "Información General", [
      information.user,
      information.technical,
    ]);
  return pdfResponse(sheet, `suministro-${numero}`);
}
