import { COUNT_COLUMNS } from "@/components/domain/loading-words";
import type { ResourceCount } from "@/lib/loading/model";
import { loadDetail } from "@/lib/loading/queries";
import { administratorContext } from "@/lib/platform/context";
import { csvResponse } from "@/lib/platform/download";

export async function GET(request: Request, { params }: RouteContext<"/mesa/cargas/[carga]/csv">) {
  const ctx = await administratorContext();
  const load = await loadDetail(ctx, (await params).carga);
  return csvResponse<ResourceCount>(
    request,
    [
      { header: "Recurso", kind: "text", value: (count) => count.resource },
      { header: "Archivo", kind: "text", value: (count) => count.file },
      ...COUNT_COLUMNS.map(([header, key]) => ({
        header,
        kind: "number" as const,
        value: (count: ResourceCount) => String(count[key]),
      })),
    ],
    load && load.counts,
    "carga",
  );
}
