import { isLayerName, type Field, type LayerName } from "@/lib/network/fields";
import { layerNamed, type Layer } from "@/lib/network/layers";
import { publishedFields, refuseParameters } from "@/lib/network/ogc";
import { absolute, noSuch, openData, openJson } from "@/lib/platform/open-data";
import { SCHEMA } from "./collection";

/** The columns of the layer called `name` as JSON Schema, `schemaOf` them; it says where it stands (`addressOf`). */
export function layerColumns(
  request: Request,
  name: string,
  {
    schemaOf,
    addressOf,
  }: {
    schemaOf: (layer: Layer, fields: readonly Field[], id: string) => object;
    addressOf: (layer: LayerName) => string;
  },
): Promise<Response> {
  return openData(request, ({ edition, query }) => {
    if (!isLayerName(name)) return noSuch("esa capa");
    refuseParameters(query);
    const layer = layerNamed(name);
    const id = absolute(addressOf(name));
    return openJson(schemaOf(layer, publishedFields(layer, edition), id), { type: SCHEMA });
  });
}
