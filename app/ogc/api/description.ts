import { layers } from "@/lib/network/layers";
import type { Edition } from "@/lib/network/model";
import { CRSS, DEFAULT_LIMIT, fieldSchemas, MOST_FEATURES, publishedFields } from "@/lib/network/ogc";
import { absolute } from "@/lib/platform/open-data";
import { companyProfile } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { GEOJSON, JSON_TYPE, SCHEMA } from "../collection";

const answer = (description: string, type: string) => ({
  description,
  content: { [type]: { schema: { type: "object" } } },
});
const PROBLEM = (description: string) => answer(description, "application/problem+json");
const get = (summary: string, type: string, more: object = {}) => ({
  get: {
    summary,
    responses: { "200": answer(summary, type), "400": PROBLEM("Pregunta sin sentido") },
    ...more,
  },
});
const parameter = (name: string, schema: object, description: string) => ({
  name,
  in: "query",
  required: false,
  schema,
  description,
  explode: false,
  style: "form",
});
const CRS = (name: "crs" | "bbox-crs") =>
  parameter(name, { type: "string", format: "uri", enum: CRSS }, "Sistema de referencia de las coordenadas");

const CONTROLS = [
  parameter(
    "limit",
    { type: "integer", minimum: 1, maximum: MOST_FEATURES, default: DEFAULT_LIMIT },
    "Elementos por página",
  ),
  parameter("cursor", { type: "string" }, "Edición y lugar desde donde sigue: lo trae el enlace `next`"),
  parameter(
    "bbox",
    { type: "array", minItems: 4, maxItems: 6, items: { type: "number" } },
    "Oeste, sur, este, norte",
  ),
  parameter("datetime", { type: "string" }, "Día o intervalo de conexión, en transformadores y equipos"),
  CRS("bbox-crs"),
  CRS("crs"),
];

/** OpenAPI 3.0 of `/ogc`: every layer with the columns by which it can be filtered. */
export function featuresDescription(edition: Edition) {
  const ofLayers = layers.flatMap((layer): [string, object][] => {
    const path = routes.ogcItems(layer.name).slice(routes.ogc().length);
    const filters = Object.entries(fieldSchemas(publishedFields(layer, edition))).map(([name, schema]) =>
      parameter(name, schema, `Sólo los de este valor de «${name}»`),
    );
    const missing = { "404": PROBLEM("No existe") };
    return [
      [
        path,
        get(layer.title, GEOJSON, {
          operationId: `${layer.name}.items`,
          parameters: [...CONTROLS, ...filters],
        }),
      ],
      [
        `${path}/{elemento}`,
        {
          get: {
            summary: layer.singular,
            operationId: `${layer.name}.item`,
            parameters: [
              { name: "elemento", in: "path", required: true, schema: { type: "string" } },
              CRS("crs"),
            ],
            responses: { "200": answer(layer.singular, GEOJSON), ...missing },
          },
        },
      ],
    ];
  });
  const collection = [
    {
      name: "coleccion",
      in: "path",
      required: true,
      schema: { type: "string", enum: layers.map(({ name }) => name) },
    },
  ];
  return {
    openapi: "3.0.3",
    info: {
      title: `Red eléctrica de ${companyProfile().legalName}: OGC API – Features`,
      version: edition.dataOn,
      description: `${edition.attribution}. Referencial: no reemplaza un estudio de conexión.`,
      license: { name: edition.licence },
      contact: { email: companyProfile().contactEmail },
    },
    servers: [{ url: absolute(routes.ogc()) }],
    paths: {
      "/": get("Portada", JSON_TYPE),
      "/conformance": get("Lo que cumple", JSON_TYPE),
      "/collections": get("Las capas", JSON_TYPE),
      "/collections/{coleccion}": get("Una capa", JSON_TYPE, { parameters: collection }),
      "/collections/{coleccion}/schema": get("Columnas de una capa", SCHEMA, { parameters: collection }),
      "/collections/{coleccion}/queryables": get("Por qué se filtra una capa", SCHEMA, {
        parameters: collection,
      }),
      ...(Object.fromEntries(ofLayers) as Record<string, object>),
    },
  };
}
