import { isLayerName } from "@/lib/network/fields";
import { layerNamed } from "@/lib/network/layers";
import { cursorText, parseItems, publishedFields } from "@/lib/network/ogc";
import { editionRead, features } from "@/lib/network/queries/features";
import { noSuch, openData, openJson, preflight } from "@/lib/platform/open-data";
import { routes } from "@/lib/platform/routes";
import { GEOJSON, JSON_TYPE, link } from "../../../collection";

export const OPTIONS = preflight;

type Route = RouteContext<"/ogc/collections/[coleccion]/items">;

export async function GET(request: Request, { params }: Route): Promise<Response> {
  const { coleccion } = await params;
  return openData(request, async ({ ctx, edition: current, query }) => {
    if (!isLayerName(coleccion)) return noSuch("esa capa");
    const layer = layerNamed(coleccion);
    const edition = await editionRead(ctx, current, query);
    const asked = parseItems(layer, publishedFields(layer, edition), query);
    const found = await features(ctx, edition, { layer, query: asked });
    const path = routes.ogcItems(coleccion);
    const following = (after: number) => {
      const next = new URLSearchParams(query);
      next.set("cursor", cursorText({ edition: edition.id, after }));
      return `${path}?${next}`;
    };
    const self = query.size > 0 ? `${path}?${query}` : path;
    const links = [
      link("self", self, GEOJSON, layer.title),
      link("collection", routes.ogcCollection(coleccion), JSON_TYPE, layer.title),
      ...(found.next === null ? [] : [link("next", following(found.next), GEOJSON, "Los que siguen")]),
    ];
    const head = JSON.stringify({
      type: "FeatureCollection",
      numberMatched: found.matched,
      numberReturned: found.returned,
      timeStamp: ctx.now().toISOString(),
      links,
    });
    return openJson(`${head.slice(0, -1)},"features":[${found.json}]}`, {
      type: GEOJSON,
      headers: { "content-crs": `<${asked.crs}>` },
    });
  });
}
