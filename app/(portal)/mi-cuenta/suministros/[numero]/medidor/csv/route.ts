import { READING_WORDS } from "@/components/domain/billing-words";
import { consumptionNote } from "@/components/domain/metering-words";
import { arrangedReadings, readingListing } from "@/lib/metering/listing";
import type { ReadingRow } from "@/lib/metering/model";
import { meterHistory } from "@/lib/metering/queries";
import { portalContext } from "@/lib/platform/context";
import { csvResponse } from "@/lib/platform/download";

type Route = RouteContext<"/mi-cuenta/suministros/[numero]/medidor/csv">;

export async function GET(request: Request, { params }: Route): Promise<Response> {
  const { numero } = await params;
  const history = await meterHistory(await portalContext(), numero);
  const listing = readingListing.parse(Object.fromEntries(new URL(request.url).searchParams));
  const note = (row: ReadingRow) => (history && consumptionNote(row, history.billingMonths)) ?? "";
  return csvResponse<ReadingRow>(
    request,
    [
      { header: "Mes", kind: "number", value: (row) => String(Number(row.period.slice(5))) },
      { header: "Año", kind: "number", value: (row) => row.period.slice(0, 4) },
      { header: "Medidor", kind: "text", value: (row) => row.serialNumber },
      { header: "Fecha de lectura", kind: "text", value: (row) => row.readOn },
      { header: "Tipo", kind: "text", value: (row) => row.quality && READING_WORDS[row.quality] },
      { header: "Lectura (kWh)", kind: "number", value: (row) => row.registerKwh },
      { header: "Consumo (kWh)", kind: "number", value: (row) => row.consumptionKwh },
      { header: "Observación", kind: "text", value: note },
    ],
    history && arrangedReadings(history.rows, listing, READING_WORDS),
    `lecturas-${numero}`,
  );
}
