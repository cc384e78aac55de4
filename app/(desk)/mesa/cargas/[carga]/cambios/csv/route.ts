import { changedColumns, type ChangedColumn } from "@/components/domain/changed-columns";
import { ACTION_WORDS } from "@/components/domain/loading-words";
import { loadChanges, type ChangedRow } from "@/lib/loading/queries";
import { administratorContext } from "@/lib/platform/context";
import { csvStreamResponse } from "@/lib/platform/download";

type Line = ChangedRow & Partial<ChangedColumn>;
type Route = RouteContext<"/mesa/cargas/[carga]/cambios/csv">;

/** A line for each column that changed; one for a row that came or went. */
function linesOf(row: ChangedRow): Line[] {
  const columns = changedColumns(row.columns);
  return columns.length === 0 ? [row] : columns.map((column) => ({ ...row, ...column }));
}

async function* lines(batches: AsyncIterable<readonly ChangedRow[]>) {
  for await (const rows of batches) yield rows.flatMap(linesOf);
}

export async function GET(request: Request, { params }: Route): Promise<Response> {
  const ctx = await administratorContext();
  const changes = await loadChanges(ctx, (await params).carga);
  return csvStreamResponse<Line>(
    request,
    [
      { header: "Recurso", kind: "text", value: (line) => line.resource },
      { header: "Clave", kind: "text", value: (line) => line.key },
      { header: "Qué pasó", kind: "text", value: (line) => ACTION_WORDS[line.action] },
      { header: "Columna", kind: "text", value: (line) => line.column ?? "" },
      { header: "Antes", kind: "text", value: (line) => (line.column ? (line.before ?? null) : "") },
      { header: "Después", kind: "text", value: (line) => (line.column ? (line.after ?? null) : "") },
    ],
    changes && lines(changes),
    "cambios",
  );
}
