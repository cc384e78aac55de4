import { editionWarnings, type EditionWarning } from "@/lib/network/queries/editions";
import { WARNINGS } from "@/lib/network/warnings";
import { publicContext } from "@/lib/platform/context";
import { csvStreamResponse } from "@/lib/platform/download";
import { editionAsked } from "../../asked";

type Route = RouteContext<"/red/descargas/[edicion]/advertencias/csv">;

export async function GET(request: Request, { params }: Route): Promise<Response> {
  const { edicion } = await params;
  const ctx = publicContext();
  const edition = await editionAsked(ctx, edicion);
  return csvStreamResponse<EditionWarning>(
    request,
    [
      { header: "Capa", kind: "text", value: ({ layer }) => layer },
      { header: "Identificador", kind: "text", value: ({ assetId }) => assetId },
      { header: "Limitación", kind: "text", value: ({ code }) => WARNINGS[code].title },
      { header: "Detalle", kind: "text", value: ({ detail }) => detail },
      { header: "Qué significa", kind: "text", value: ({ code }) => WARNINGS[code].meaning },
    ],
    editionWarnings(ctx, edition.id),
    `limitaciones-${edition.dataOn}`,
  );
}
