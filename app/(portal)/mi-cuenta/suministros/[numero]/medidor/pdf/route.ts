import { READING_WORDS } from "@/components/domain/billing-words";
import { meterSheet } from "@/components/pdf/meter-sheet";
import { arrangedReadings, readingListing } from "@/lib/metering/listing";
import { meterHistory } from "@/lib/metering/queries";
import { portalContext } from "@/lib/platform/context";
import { pdfResponse } from "@/lib/platform/download";
import { sheetStyle } from "../../../../../../_components/sheet-style";

type Route = RouteContext<"/mi-cuenta/suministros/[numero]/medidor/pdf">;

export async function GET(request: Request, { params }: Route): Promise<Response> {
  const { numero } = await params;
  const history = await meterHistory(await portalContext(), numero);
  const listing = readingListing.parse(Object.fromEntries(new URL(request.url).searchParams));
  const sheet =
    history && meterSheet(sheetStyle(), history, arrangedReadings(history.rows, listing, READING_WORDS));
  return pdfResponse(sheet, `lecturas-${numero}`);
}
