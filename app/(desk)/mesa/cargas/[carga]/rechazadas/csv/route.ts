import type { Rejection } from "@/lib/loading/model";
import { rejectedRows } from "@/lib/loading/queries";
import { administratorContext } from "@/lib/platform/context";
import { csvStreamResponse } from "@/lib/platform/download";

type Route = RouteContext<"/mesa/cargas/[carga]/rechazadas/csv">;

export async function GET(request: Request, { params }: Route): Promise<Response> {
  const ctx = await administratorContext();
  return csvStreamResponse<Rejection>(
    request,
    [
      { header: "Archivo", kind: "text", value: (row) => row.file },
      { header: "Línea", kind: "number", value: (row) => String(row.line) },
      { header: "Columna", kind: "text", value: (row) => row.column },
      { header: "Valor", kind: "text", value: (row) => row.value },
      { header: "Motivo", kind: "text", value: (row) => row.reason },
      { header: "Qué hacer", kind: "text", value: (row) => row.remedy },
    ],
    await rejectedRows(ctx, (await params).carga),
    "filas-rechazadas",
  );
}
