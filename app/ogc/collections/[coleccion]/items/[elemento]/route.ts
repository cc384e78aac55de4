import { isLayerName } from "@/lib/network/fields";
import { layerNamed } from "@/lib/network/layers";
import { parseCrs, refuseParameters } from "@/lib/network/ogc";
import { featureOf } from "@/lib/network/queries/features";
import { noSuch, openData, openJson, preflight } from "@/lib/platform/open-data";
import { routes } from "@/lib/platform/routes";
import { GEOJSON, JSON_TYPE, link } from "../../../../collection";

export const OPTIONS = preflight;

type Route = RouteContext<"/ogc/collections/[coleccion]/items/[elemento]">;

export async function GET(request: Request, { params }: Route): Promise<Response> {
  const { coleccion, elemento } = await params;
  return openData(request, async ({ ctx, edition, query }) => {
    if (!isLayerName(coleccion)) return noSuch("esa capa");
    refuseParameters(query, ["f", "crs"]);
    const crs = parseCrs(query, "crs");
    const layer = layerNamed(coleccion);
    const json = /\p{Cc}/u.test(elemento)
      ? null
      : await featureOf(ctx, edition, { layer, id: elemento, crs });
    if (json === null) return noSuch("ese elemento");
    const links = [
      link("self", routes.ogcItem(coleccion, elemento), GEOJSON, `${layer.singular} ${elemento}`),
      link("collection", routes.ogcCollection(coleccion), JSON_TYPE, layer.title),
      link(
        "alternate",
        routes.asset(coleccion, elemento),
        "text/html",
        `${layer.singular} ${elemento}, en el portal`,
      ),
    ];
    return openJson(`${json.slice(0, -1)},"links":${JSON.stringify(links)}}`, {
      type: GEOJSON,
      headers: { "content-crs": `<${crs}>` },
    });
  });
}
