import { parseCivilDate, type CivilDate } from "../kernel/civil-date.ts";
import type { Field } from "./fields.ts";
import { hasField, type Layer } from "./layers.ts";
import type { Box, Edition } from "./model.ts";

/** Coordinate reference systems of OGC API – Features Part 2: degrees, longitude first or latitude first. */
export const CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
export const EPSG_4326 = "http://www.opengis.net/def/crs/EPSG/0/4326";
export const CRSS = [CRS84, EPSG_4326] as const;
export type Crs = (typeof CRSS)[number];

export const CONFORMANCE = [
  "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
  "http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections",
  "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
  "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
  "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
  "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
] as const;

export const DEFAULT_LIMIT = 1_000;
export const MOST_FEATURES = 10_000;

/** What a request for features asks. */
export interface ItemsQuery {
  limit: number;
  /** Features after this place. */
  after: number;
  bbox: Box | null;
  crs: Crs;
  /** First and last day; null is open. Only of layers with a day of connection. */
  days: readonly [CivilDate | null, CivilDate | null] | null;
  filters: readonly { field: Field; value: string | number | boolean }[];
}

/** What is wrong with a request, in Spanish: an answer of 400. */
export class BadRequest extends Error {}

/** Columns that the edition brought of a layer: the others are not published. */
export const publishedFields = (layer: Layer, { account }: Edition): Field[] =>
  layer.fields.filter(({ name }) => account.columns[layer.name]?.includes(name));

const CONTROL = ["f", "limit", "cursor", "bbox", "bbox-crs", "crs", "datetime"];

/** @throws BadRequest for a parameter that is not known, given twice or makes no sense */
export function parseItems(layer: Layer, fields: readonly Field[], query: URLSearchParams): ItemsQuery {
  for (const name of query.keys()) {
    if (!CONTROL.includes(name) && !fields.some((field) => field.name === name))
      throw new BadRequest(`No se conoce el parámetro «${name.slice(0, 40)}».`);
    if (query.getAll(name).length > 1) throw new BadRequest(`«${name}» viene dos veces.`);
  }
  parseFormat(query);
  return {
    limit: whole(query, "limit", { least: 1, otherwise: DEFAULT_LIMIT, most: MOST_FEATURES }),
    after: parseCursor(query)?.after ?? 0,
    bbox: parseBox(query),
    crs: parseCrs(query, "crs"),
    days: parseDays(layer, query),
    filters: fields.flatMap((field) => {
      const text = CONTROL.includes(field.name) ? null : query.get(field.name);
      return text === null ? [] : [{ field, value: filterValue(field, text) }];
    }),
  };
}

/** Where a reading goes on: places are of an edition, and whoever began with one goes on with it. */
export interface Cursor {
  edition: number;
  /** Place of the last feature read. */
  after: number;
}

export const cursorText = ({ edition, after }: Cursor): string => `${edition}-${after}`;

const CURSOR = /^([1-9]\d{0,8})-(\d{1,9})$/;

/** @throws BadRequest for what no `next` link brings */
export function parseCursor(query: URLSearchParams): Cursor | null {
  const text = query.get("cursor");
  if (text === null) return null;
  const [, edition, after] = CURSOR.exec(text) ?? [];
  if (edition === undefined) throw new BadRequest("«cursor» es el que trae el enlace «next».");
  return { edition: Number(edition), after: Number(after) };
}

/** @throws BadRequest for a format that the service does not speak */
export function parseFormat(query: URLSearchParams): void {
  const format = query.get("f");
  if (format !== null && !["json", "geojson"].includes(format))
    throw new BadRequest("«f» es json: el servicio responde en JSON y GeoJSON.");
}

/** @throws BadRequest when a resource without parameters of its own is given any */
export function refuseParameters(query: URLSearchParams, known: readonly string[] = ["f"]): void {
  const unknown = [...query.keys()].find((name) => !known.includes(name));
  if (unknown !== undefined) throw new BadRequest(`No se conoce el parámetro «${unknown.slice(0, 40)}».`);
  parseFormat(query);
}

function whole(
  query: URLSearchParams,
  name: string,
  { least, otherwise, most }: { least: number; otherwise: number; most: number },
): number {
  const text = query.get(name);
  if (text === null) return otherwise;
  if (!/^\d{1,12}$/.test(text) || Number(text) < least)
    throw new BadRequest(`«${name}» es un número entero desde ${least}.`);
  return Math.min(Number(text), most);
}

/** @throws BadRequest for a system that is not offered */
export function parseCrs(query: URLSearchParams, name: "crs" | "bbox-crs"): Crs {
  const asked = query.get(name) ?? CRS84;
  const found = CRSS.find((crs) => crs === asked);
  if (!found) throw new BadRequest(`«${name}» es ${CRSS.join(" o ")}.`);
  return found;
}

const DEGREES = /^\s*[+-]?\d{1,9}(\.\d{1,20})?\s*$/;

function parseBox(query: URLSearchParams): Box | null {
  const latitudeFirst = parseCrs(query, "bbox-crs") === EPSG_4326;
  const text = query.get("bbox");
  if (text === null) return null;
  const parts = text.slice(0, 400).split(",");
  if ((parts.length !== 4 && parts.length !== 6) || !parts.every((part) => DEGREES.test(part)))
    throw new BadRequest("«bbox» son cuatro números separados por coma: oeste, sur, este, norte.");
  const numbers = parts.map(Number);
  const [a = 0, b = 0, c = 0, d = 0] =
    numbers.length === 6 ? [0, 1, 3, 4].map((at) => numbers[at] ?? 0) : numbers;
  const [west, south, east, north] = latitudeFirst ? [b, a, d, c] : [a, b, c, d];
  if (south > north) throw new BadRequest("En «bbox» el sur pasa del norte.");
  if (Math.max(Math.abs(south), Math.abs(north)) > 90 || Math.max(Math.abs(west), Math.abs(east)) > 180)
    throw new BadRequest("«bbox» pasa de los grados que hay: −180 a 180 y −90 a 90.");
  return [west, south, east, north];
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2}))?$/;

function parseDays(layer: Layer, query: URLSearchParams): ItemsQuery["days"] {
  const text = query.get("datetime");
  if (text === null) return null;
  const parts = text.slice(0, 100).split("/");
  if (parts.length > 2) throw new BadRequest(WRONG_DAYS);
  const days = parts.map((part) => {
    if (parts.length === 2 && (part === ".." || part === "")) return null;
    const day = parseCivilDate(INSTANT.exec(part)?.[1] ?? "");
    if (!day) throw new BadRequest(WRONG_DAYS);
    return day;
  });
  const [from = null, to = from] = days;
  if (from !== null && to !== null && from > to)
    throw new BadRequest("En «datetime» el comienzo pasa del fin.");
  return hasField(layer, "connected_on") ? [from, to] : null;
}
const WRONG_DAYS =
  "«datetime» es un día, un instante o un intervalo, como 2020-01-01/2024-12-31 o 2020-01-01/..";

const LONGEST_VALUE = 500;
function filterValue({ name, kind }: Field, text: string): string | number | boolean {
  if (text.length > LONGEST_VALUE || /\p{Cc}/u.test(text))
    throw new BadRequest(`«${name}» es demasiado largo.`);
  if (kind === "number" || kind === "integer") {
    const value = Number(text);
    if (text.trim() === "" || !Number.isFinite(value)) throw new BadRequest(`«${name}» es un número.`);
    if (kind === "integer" && !(Number.isInteger(value) && Math.abs(value) < 2 ** 31))
      throw new BadRequest(`«${name}» es un número entero.`);
    return value;
  }
  if (kind === "boolean") {
    if (text !== "true" && text !== "false") throw new BadRequest(`«${name}» es true o false.`);
    return text === "true";
  }
  if (kind === "date" && !parseCivilDate(text)) throw new BadRequest(`«${name}» es un día, AAAA-MM-DD.`);
  return text;
}

const TYPES: Record<Field["kind"], object> = {
  code: { type: "string" },
  text: { type: "string" },
  number: { type: "number" },
  decimal: { type: "number" },
  integer: { type: "integer" },
  boolean: { type: "boolean" },
  date: { type: "string", format: "date" },
  period: { type: "string" },
};

/** JSON Schema of a layer's columns, for who reads the features and for who asks by them. */
export const fieldSchemas = (fields: readonly Field[]) =>
  Object.fromEntries(
    fields.map(({ name, kind, title, unit }) => [
      name,
      { title, ...TYPES[kind], ...(unit ? { "x-ogc-unit": unit } : {}) },
    ]),
  );

const GEOMETRIES = { Point: "point", LineString: "linestring", MultiLineString: "multilinestring" } as const;

export function layerSchema(layer: Layer, fields: readonly Field[], id: string) {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: id,
    type: "object",
    title: layer.title,
    description: layer.description,
    properties: {
      ...fieldSchemas(fields),
      geometry: { "x-ogc-role": "primary-geometry", format: `geometry-${GEOMETRIES[layer.geometry]}` },
    },
  };
}

/** JSON Schema of a layer's features as GeoJSON has them: GDAL takes its columns from here, and else guesses them. */
export const featureSchema = (layer: Layer, fields: readonly Field[], id: string) => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: id,
  type: "object",
  title: layer.title,
  properties: {
    type: { type: "string" },
    id: { type: "string" },
    properties: { type: "object", properties: fieldSchemas(fields) },
    geometry: { type: "object" },
  },
});
