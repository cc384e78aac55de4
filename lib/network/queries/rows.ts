import { layerNamed, type Layer } from "../layers.ts";
import type { LayerName } from "../fields.ts";
import type { Asset, Box, Position, Value } from "../model.ts";

/** A row as the driver hands it over. */
export type Row = Record<string, unknown>;

/** SQL for what an asset's row holds; days as text. */
export function assetColumns(layer: Layer, alias = "a"): string {
  const own = layer.fields.map(({ stored, kind }) =>
    kind === "date" ? `${alias}.${stored}::text AS ${stored}` : `${alias}.${stored}`,
  );
  const where =
    layer.geometry === "Point" ? ["lon", "lat"] : ["path", "min_lon", "min_lat", "max_lon", "max_lat"];
  return [...own, ...where.map((column) => `${alias}.${column}`), ...withheldColumn(layer, alias)].join(", ");
}

const withheldColumn = ({ name }: Layer, alias: string) =>
  name === "alimentadores" || name === "transformadores" ? [`${alias}.withheld`] : [];

export function toAsset(layer: LayerName, row: Row): Asset {
  const { fields } = layerNamed(layer);
  return {
    layer,
    id: String(row["id"]),
    values: Object.fromEntries(fields.map(({ stored }) => [stored, (row[stored] ?? null) as Value])),
    at: positionOf(row["lon"], row["lat"]),
    path: typeof row["path"] === "string" ? row["path"] : null,
    box: boxOf(row),
    withheld: row["withheld"] === true,
  };
}

const positionOf = (lon: unknown, lat: unknown): Position | null =>
  typeof lon === "number" && typeof lat === "number" ? [lon, lat] : null;

export function boxOf(row: Row): Box | null {
  const [west, south, east, north] = [row["min_lon"], row["min_lat"], row["max_lon"], row["max_lat"]];
  return typeof west === "number" &&
    typeof south === "number" &&
    typeof east === "number" &&
    typeof north === "number"
    ? [west, south, east, north]
    : null;
}
