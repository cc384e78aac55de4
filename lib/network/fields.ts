/** What a value of the network may be; each kind has one way to be read, stored, filtered and written. */
export type FieldKind = "code" | "text" | "number" | "integer" | "boolean" | "date" | "period" | "decimal";

/** A column of a layer: the only place that says how it is read, stored, shown and published. */
export interface Field {
  /** Header of the CSV and property of the GeoJSON, in the exchange package and in what the portal publishes. */
  name: string;
  /** Column of the table. */
  stored: string;
  kind: FieldKind;
  /** As pages name it. */
  title: string;
  unit?: string;
  /** The layer this code is of. */
  refersTo?: LayerName;
}

export const LAYER_NAMES = [
  "subestaciones",
  "alimentadores",
  "transformadores",
  "postes",
  "vanos",
  "equipos",
] as const;
/** A kind of asset: its name in the exchange package, in addresses and in the open data. */
export type LayerName = (typeof LAYER_NAMES)[number];

export const isLayerName = (name: string): name is LayerName =>
  (LAYER_NAMES as readonly string[]).includes(name);

export type GeometryKind = "Point" | "LineString" | "MultiLineString";

/** `as`: the column's name and what it holds, such as "rated_kva number". */
export function field(
  name: string,
  as: `${string} ${FieldKind}`,
  title: string,
  more: Pick<Field, "unit" | "refersTo"> = {},
): Field {
  const [stored = "", kind = "text"] = as.split(" ");
  return { name, stored, kind: kind as FieldKind, title, ...more };
}
