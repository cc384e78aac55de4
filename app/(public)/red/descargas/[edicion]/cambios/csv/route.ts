import { cellOf } from "@/components/domain/network-csv";
import { layerNamed } from "@/lib/network/layers";
import { editionChanges, type EditionChange } from "@/lib/network/queries/editions";
import { publicContext } from "@/lib/platform/context";
import { csvStreamResponse } from "@/lib/platform/download";
import { editionAsked } from "../../asked";

const ACTIONS = { added: "Agregado", removed: "Quitado", changed: "Cambiado" } as const;

/** "Capacidad: 45 → 75; Alimentador: A → B" */
const changesOf = ({ columns }: EditionChange) =>
  Object.entries(columns)
    .map(([name, [before, after]]) => `${name}: ${cellOf(before) ?? "S/I"} → ${cellOf(after) ?? "S/I"}`)
    .join("; ");

export async function GET(
  request: Request,
  { params }: RouteContext<"/red/descargas/[edicion]/cambios/csv">,
): Promise<Response> {
  const { edicion } = await params;
  const ctx = publicContext();
  const edition = await editionAsked(ctx, edicion);
  return csvStreamResponse<EditionChange>(
    request,
    [
      { header: "Capa", kind: "text", value: ({ layer }) => layerNamed(layer).title },
      { header: "Identificador", kind: "text", value: ({ assetId }) => assetId },
      { header: "Cambio", kind: "text", value: ({ action }) => ACTIONS[action] },
      { header: "Movido de alimentador", kind: "text", value: ({ moved }) => (moved ? "SI" : "NO") },
      {
        header: "Otro trazado",
        kind: "text",
        value: ({ geometryChanged }) => (geometryChanged ? "SI" : "NO"),
      },
      { header: "Datos", kind: "text", value: changesOf },
    ],
    editionChanges(ctx, edition.id),
    `cambios-${edition.dataOn}`,
  );
}
