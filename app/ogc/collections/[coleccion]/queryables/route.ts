import { isLayerName } from "@/lib/network/fields";
import { layerNamed } from "@/lib/network/layers";
import { layerSchema, publishedFields, refuseParameters } from "@/lib/network/ogc";
import { absolute, noSuch, openData, openJson, preflight } from "@/lib/platform/open-data";
import { routes } from "@/lib/platform/routes";
import { SCHEMA } from "../../../collection";

export const OPTIONS = preflight;

type Route = RouteContext<"/ogc/collections/[coleccion]/queryables">;

export async function GET(request: Request, { params }: Route): Promise<Response> {
  const { coleccion } = await params;
  return openData(request, ({ edition, query }) => {
    if (!isLayerName(coleccion)) return noSuch("esa capa");
    refuseParameters(query);
    const layer = layerNamed(coleccion);
    const id = absolute(routes.ogcQueryables(coleccion));
    return openJson(layerSchema(layer, publishedFields(layer, edition), id), { type: SCHEMA });
  });
}
