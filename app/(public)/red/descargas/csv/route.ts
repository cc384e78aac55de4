import { layers } from "@/lib/network/layers";
import type { Edition } from "@/lib/network/model";
import { editions } from "@/lib/network/queries/editions";
import { publicContext } from "@/lib/platform/context";
import { csvResponse } from "@/lib/platform/download";

const counted = (count: number | undefined) => (count === undefined ? null : String(count));

export async function GET(request: Request): Promise<Response> {
  const found = await editions(publicContext());
  const rows = found.flatMap((edition) => layers.map((layer) => ({ edition, layer })));
  type Line = { edition: Edition; layer: (typeof layers)[number] };
  const changes = ({ edition, layer }: Line) => edition.account.changes?.layers[layer.name];
  return csvResponse<Line>(
    request,
    [
      { header: "Edición", kind: "number", value: ({ edition }) => String(edition.id) },
      { header: "Fecha de los datos", kind: "text", value: ({ edition }) => edition.dataOn },
      { header: "Capa", kind: "text", value: ({ layer }) => layer.title },
      {
        header: "Filas",
        kind: "number",
        value: ({ edition, layer }) => counted(edition.account.counts[layer.name]),
      },
      { header: "Agregados", kind: "number", value: (row) => counted(changes(row)?.added) },
      { header: "Quitados", kind: "number", value: (row) => counted(changes(row)?.removed) },
      { header: "Movidos de alimentador", kind: "number", value: (row) => counted(changes(row)?.moved) },
      { header: "Con datos cambiados", kind: "number", value: (row) => counted(changes(row)?.changed) },
      { header: "Fuente", kind: "text", value: ({ edition }) => edition.source },
      { header: "Licencia", kind: "text", value: ({ edition }) => edition.licence },
      { header: "Atribución", kind: "text", value: ({ edition }) => edition.attribution },
    ],
    rows,
    "ediciones-de-la-red",
  );
}
