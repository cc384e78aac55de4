import { READING_WORDS, STATE_WORDS } from "@/components/domain/billing-words";
import { arranged, historyListing } from "@/lib/billing/listing";
import type { HistoryRow } from "@/lib/billing/model";
import { consumptionHistory } from "@/lib/billing/queries";
import { portalContext } from "@/lib/platform/context";
import { csvResponse } from "@/lib/platform/download";
import { companyJurisdiction } from "@/lib/platform/profile";

type Route = RouteContext<"/mi-cuenta/suministros/[numero]/consumos/csv">;

export async function GET(request: Request, { params }: Route): Promise<Response> {
  const { numero } = await params;
  const history = await consumptionHistory(await portalContext(), numero);
  const listing = historyListing.parse(Object.fromEntries(new URL(request.url).searchParams));
  return csvResponse<HistoryRow>(
    request,
    [
      { header: "Mes", kind: "number", value: (row) => String(Number(row.period.slice(5))) },
      { header: "Año", kind: "number", value: (row) => row.period.slice(0, 4) },
      { header: "Documento", kind: "text", value: (row) => row.document },
      { header: "Consumo (kWh)", kind: "number", value: (row) => row.consumptionKwh },
      { header: "Lectura", kind: "text", value: (row) => row.quality && READING_WORDS[row.quality] },
      { header: "Cargos netos", kind: "number", value: (row) => row.netAmount },
      {
        header: `Total con ${companyJurisdiction().tax.name}`,
        kind: "number",
        value: (row) => row.totalAmount,
      },
      { header: "Vencimiento", kind: "text", value: (row) => row.dueOn },
      {
        header: "Estado",
        kind: "text",
        value: (row) => row.settlement && STATE_WORDS[row.settlement.state],
      },
    ],
    history && arranged(history.rows, listing),
    `consumos-${numero}`,
  );
}
