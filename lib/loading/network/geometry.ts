import type { GeometryKind } from "../../network/fields.ts";

/** Where an asset stands, as staging takes it: a point, or a line with the rectangle around it. */
export interface ReadGeometry {
  /** lon, lat of a point; of a line its first vertex. */
  start: Position | null;
  end: Position | null;
  /** JSON of a line's coordinates. */
  path: string | null;
  box: readonly [west: number, south: number, east: number, north: number] | null;
  /** Metres along a line. */
  length: number;
}
export type Position = readonly [lon: number, lat: number];

const NOWHERE: ReadGeometry = { start: null, end: null, path: null, box: null, length: 0 };

/** The geometry of a feature; or why it cannot be read, in Spanish. */
export function readGeometry(kind: GeometryKind, geometry: unknown): ReadGeometry | string {
  if (geometry === null || geometry === undefined) return NOWHERE;
  if (typeof geometry !== "object" || !("type" in geometry) || !("coordinates" in geometry))
    return "la geometría no es de GeoJSON";
  const { type, coordinates } = geometry;
  if (kind === "Point") return type === "Point" ? readPoint(coordinates) : `la geometría no es un Point`;
  if (kind === "MultiLineString" && type === "LineString") return readLines([coordinates]);
  if (type !== kind) return `la geometría no es un ${kind}`;
  return kind === "LineString" ? readLine(coordinates) : readLines(coordinates);
}

/** A point of two numbers written as text, as a CSV has them. */
export function pointOf(lon: string, lat: string): ReadGeometry | string {
  if (lon === "" && lat === "") return NOWHERE;
  return readPoint([lon, lat].map((text) => (text === "" ? NaN : Number(text))));
}

function position(value: unknown): Position | null {
  if (!Array.isArray(value) || value.length < 2 || value.length > 4) return null;
  const [lon, lat] = value as unknown[];
  if (typeof lon !== "number" || typeof lat !== "number") return null;
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null;
}

const NOT_DEGREES = "las coordenadas no son longitud y latitud en grados (WGS84)";

function readPoint(coordinates: unknown): ReadGeometry | string {
  const at = position(coordinates);
  return at ? { ...NOWHERE, start: at } : NOT_DEGREES;
}

function readLine(coordinates: unknown): ReadGeometry | string {
  const line = lineOf(coordinates);
  if (typeof line === "string") return line;
  const length = lengthOf(line);
  return {
    start: line[0] ?? null,
    end: line.at(-1) ?? null,
    path: JSON.stringify(line),
    box: boxOf(line),
    length,
  };
}

function readLines(coordinates: unknown): ReadGeometry | string {
  if (!Array.isArray(coordinates)) return NOT_DEGREES;
  const lines: Position[][] = [];
  for (const part of coordinates as unknown[]) {
    const line = lineOf(part);
    if (typeof line === "string") return line;
    lines.push(line);
  }
  if (lines.length === 0) return NOWHERE;
  const length = lines.reduce((sum, line) => sum + lengthOf(line), 0);
  return { start: null, end: null, path: JSON.stringify(lines), box: boxOf(lines.flat()), length };
}

function lineOf(coordinates: unknown): Position[] | string {
  if (!Array.isArray(coordinates) || coordinates.length < 2) return "la línea tiene menos de dos vértices";
  const line: Position[] = [];
  for (const vertex of coordinates as unknown[]) {
    const at = position(vertex);
    if (!at) return NOT_DEGREES;
    line.push(at);
  }
  return line;
}

function boxOf(line: readonly Position[]) {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lon, lat] of line) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return [west, south, east, north] as const;
}

const METRES_A_DEGREE = 111_195;
const lengthOf = (line: readonly Position[]) =>
  line.slice(1).reduce((sum, to, at) => sum + metresBetween(line[at] ?? to, to), 0);

/** Good to a millimetre over the length of a span. */
export function metresBetween([lon, lat]: Position, [otherLon, otherLat]: Position): number {
  const middle = (((lat + otherLat) / 2) * Math.PI) / 180;
  return METRES_A_DEGREE * Math.hypot((otherLon - lon) * Math.cos(middle), otherLat - lat);
}
