import type { Layer } from "@/lib/network/layers";
import type { Edition } from "@/lib/network/model";
import { CRS84, CRSS } from "@/lib/network/ogc";
import { absolute } from "@/lib/platform/open-data";
import { routes } from "@/lib/platform/routes";

/** A link of OGC API. */
export const link = (rel: string, path: string, type: string, title: string) => ({
  href: absolute(path),
  rel,
  type,
  title,
});

export const JSON_TYPE = "application/json";
export const GEOJSON = "application/geo+json";
export const SCHEMA = "application/schema+json";
export const OPENAPI = "application/vnd.oai.openapi+json;version=3.0";

/** A layer as OGC API describes it. */
export function collectionOf(layer: Layer, edition: Edition) {
  const { name, title, description } = layer;
  return {
    id: name,
    title,
    description: `${description} Datos al ${edition.dataOn}. Referencial: no reemplaza un estudio de conexión.`,
    attribution: edition.attribution,
    itemType: "feature",
    extent: {
      ...(edition.box ? { spatial: { bbox: [edition.box], crs: CRS84 } } : {}),
      temporal: { interval: [[null, `${edition.dataOn}T00:00:00Z`]] },
    },
    crs: CRSS,
    storageCrs: CRS84,
    links: [
      link("self", routes.ogcCollection(name), JSON_TYPE, title),
      link("items", routes.ogcItems(name), GEOJSON, `${title}, en GeoJSON`),
      link(
        "describedby",
        routes.ogcFeatureSchema(name),
        SCHEMA,
        `Columnas de ${title.toLocaleLowerCase("es")}`,
      ),
      // As GDAL before 3.9 spells it.
      link(
        "describedBy",
        routes.ogcFeatureSchema(name),
        SCHEMA,
        `Columnas de ${title.toLocaleLowerCase("es")}`,
      ),
      link("http://www.opengis.net/def/rel/ogc/1.0/schema", routes.ogcSchema(name), SCHEMA, "Esquema"),
      link(
        "http://www.opengis.net/def/rel/ogc/1.0/queryables",
        routes.ogcQueryables(name),
        SCHEMA,
        "Por qué se puede filtrar",
      ),
      link("alternate", routes.networkLayer(name), "text/html", `${title}, en el portal`),
      link("license", routes.networkDownloads(), "text/html", edition.licence),
    ],
  };
}
