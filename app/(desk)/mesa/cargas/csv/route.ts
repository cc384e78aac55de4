import { LOAD_STATES } from "@/components/domain/loading-words";
import { formatInstant } from "@/lib/kernel/format-instant";
import { everyLoad, type LoadSummary } from "@/lib/loading/queries";
import { loadListing } from "@/lib/loading/schema";
import { administratorContext } from "@/lib/platform/context";
import { csvStreamResponse } from "@/lib/platform/download";
import { companyProfile } from "@/lib/platform/profile";

export async function GET(request: Request): Promise<Response> {
  const ctx = await administratorContext();
  const listing = loadListing.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { timeZone } = companyProfile();
  return csvStreamResponse<LoadSummary>(
    request,
    [
      { header: "Paquete", kind: "text", value: (load) => load.source },
      { header: "Fecha", kind: "text", value: (load) => formatInstant(load.startedAt, timeZone) },
      { header: "Quién", kind: "text", value: (load) => load.operator || null },
      { header: "Estado", kind: "text", value: (load) => LOAD_STATES[load.status].word },
      { header: "Filas leídas", kind: "number", value: (load) => String(load.readRows) },
      { header: "Rechazadas", kind: "number", value: (load) => String(load.rejectedRows) },
      { header: "Cambios", kind: "number", value: (load) => String(load.changedRows) },
    ],
    everyLoad(ctx, listing),
    "cargas",
  );
}
