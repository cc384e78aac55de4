import { isLayerName } from "@/lib/network/fields";
import { layerNamed } from "@/lib/network/layers";
import { refuseParameters } from "@/lib/network/ogc";
import { noSuch, openData, openJson, preflight } from "@/lib/platform/open-data";
import { collectionOf } from "../../collection";

export const OPTIONS = preflight;

export async function GET(
  request: Request,
  { params }: RouteContext<"/ogc/collections/[coleccion]">,
): Promise<Response> {
  const { coleccion } = await params;
  return openData(request, ({ edition, query }) => {
    if (!isLayerName(coleccion)) return noSuch("esa capa");
    refuseParameters(query);
    return openJson(collectionOf(layerNamed(coleccion), edition));
  });
}
