import { STATE_WORDS } from "@/components/domain/billing-words";
import { portalContext } from "@/lib/platform/context";
import { csvResponse } from "@/lib/platform/download";
import { companyJurisdiction } from "@/lib/platform/profile";
import { desktopEntries, type DesktopEntry } from "../desktop";

export async function GET(request: Request): Promise<Response> {
  const entries = await desktopEntries(await portalContext());
  return csvResponse<DesktopEntry>(
    request,
    [
      { header: "Suministro", kind: "text", value: ({ usagePoint }) => usagePoint.number },
      { header: "Dirección", kind: "text", value: ({ usagePoint }) => usagePoint.address },
      { header: "Comuna", kind: "text", value: ({ usagePoint }) => usagePoint.comuna },
      {
        header: `Última ${companyJurisdiction().words.bill}`,
        kind: "text",
        value: ({ last }) => last?.period ?? null,
      },
      { header: "Vencimiento", kind: "text", value: ({ last }) => last?.dueOn ?? null },
      { header: "Consumo (kWh)", kind: "number", value: ({ last }) => last?.consumptionKwh ?? null },
      { header: "Total", kind: "number", value: ({ last }) => last?.totalAmount ?? null },
      {
        header: "Estado",
        kind: "text",
        value: ({ last }) => (last?.settlement ? STATE_WORDS[last.settlement.state] : null),
      },
      { header: "Debe", kind: "number", value: ({ account }) => account?.owedAmount ?? null },
      { header: "A favor", kind: "number", value: ({ account }) => account?.creditAmount ?? null },
    ],
    entries,
    "escritorio",
  );
}
