import { LOAD_STATES } from "@/components/domain/loading-words";
import { formatInstant } from "@/lib/kernel/format-instant";
import { everyLoad, type LoadSummary } from "@/lib/loading/queries";
import { loadListing } from "@/lib/loading/schema";
import { administratorContext } from "@/lib/platform/context";
import { csvStreamResponse } from "@/lib/platform/download";
import { companyProfile } from "@/lib/platform/profile";

const counted = (count: number | undefined) => (count === undefined ? null : String(count));

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
      { header: "Filas leídas", kind: "number", value: (load) => counted(load.rows?.read) },
      { header: "Rechazadas", kind: "number", value: (load) => counted(load.rows?.rejected) },
      { header: "Cambios", kind: "number", value: (load) => counted(load.rows?.changed) },
    ],
    everyLoad(ctx, listing),
    "cargas",
  );
}
