import { historySheet } from "@/components/pdf/sheets";
import { arranged, historyListing } from "@/lib/billing/listing";
import { consumptionHistory } from "@/lib/billing/queries";
import { portalContext } from "@/lib/platform/context";
import { pdfResponse } from "@/lib/platform/download";
import { sheetStyle } from "../../../../../../_components/sheet-style";

type Route = RouteContext<"/mi-cuenta/suministros/[numero]/consumos/pdf">;

export async function GET(request: Request, { params }: Route): Promise<Response> {
  const { numero } = await params;
  const history = await consumptionHistory(await portalContext(), numero);
  const listing = historyListing.parse(Object.fromEntries(new URL(request.url).searchParams));
  const sheet = history && historySheet(sheetStyle(), history, arranged(history.rows, listing));
  return pdfResponse(sheet, `consumos-${numero}`);
}
