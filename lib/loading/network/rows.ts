import type { Field } from "../../network/fields.ts";
import type { Layer } from "../../network/layers.ts";
import type { NetworkTable } from "../../network/tables.ts";
import type { WarningCode } from "../../network/warnings.ts";
import { shown } from "../package/shown.ts";
import { pointOf, readGeometry, type ReadGeometry } from "./geometry.ts";
import { readValue } from "./values.ts";

/** What is odd in a row, by a code of its own or, where the row breaks the model, by "fault". */
export interface RowProblem {
  code: WarningCode | "fault";
  detail: string;
}

/** A row of the network as staging takes it. */
export interface NetworkRow {
  line: number;
  /** In the order of the fields. */
  values: (string | null)[];
  geometry: ReadGeometry | null;
  problems: RowProblem[];
}

const isLayer = (of: Layer | NetworkTable): of is Layer => "geometry" in of;

/** A row from the values that `valueOf` gives for each field, and where it stands. */
function rowOf(
  of: Layer | NetworkTable,
  line: number,
  valueOf: (field: Field) => unknown,
  geometry: ReadGeometry | string | null,
): NetworkRow {
  const problems: RowProblem[] = [];
  const values = of.fields.map((field) => {
    const raw = valueOf(field);
    const { text, problem } = readValue(field, raw);
    if (problem) problems.push(isKey(of, field) || field.refersTo ? fault(field, raw) : problem);
    else if (text === null && isKey(of, field))
      problems.push({ code: "fault", detail: `falta ${field.name}` });
    return text;
  });
  if (typeof geometry !== "string") return { line, values, geometry, problems };
  return { line, values, geometry: null, problems: [...problems, { code: "fault", detail: geometry }] };
}

const isKey = (of: Layer | NetworkTable, { stored }: Field) =>
  isLayer(of) ? stored === "id" : of.key.includes(stored);

const fault = ({ name }: Field, raw: unknown): RowProblem => {
  const given =
    typeof raw === "string" || typeof raw === "number" || typeof raw === "boolean"
      ? `«${shown(String(raw))}»`
      : "es una lista o un objeto";
  return { code: "fault", detail: `${name} no sirve como identificador: ${given}` };
};

/** A feature of a GeoJSON as a row; `seen` gathers the names of its properties. */
export function featureRow(
  layer: Layer,
  { line, value }: { line: number; value: unknown },
  seen: Set<string>,
): NetworkRow {
  const feature = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  const given = feature["properties"];
  const properties = (typeof given === "object" && given !== null ? given : {}) as Record<string, unknown>;
  for (const name in properties) if (seen.size < MOST_NAMES) seen.add(name);
  const valueOf = ({ name }: Field) =>
    Object.hasOwn(properties, name) ? properties[name] : name === "id" ? feature["id"] : null;
  return rowOf(layer, line, valueOf, readGeometry(layer.geometry, feature["geometry"]));
}

/** A record of a CSV as a row; `header` says where each column stands. */
export function recordRow(
  of: Layer | NetworkTable,
  { line, cells }: { line: number; cells: readonly string[] },
  header: ReadonlyMap<string, number>,
): NetworkRow {
  const cell = (name: string) => cells[header.get(name) ?? -1]?.trim() ?? "";
  const point = isLayer(of) && of.geometry === "Point" ? pointOf(cell("lon"), cell("lat")) : null;
  const row = rowOf(
    of,
    line,
    ({ name }) => cell(name),
    isLayer(of) ? (point ?? readGeometry("Point", null)) : null,
  );
  if (cells.length === header.size) return row;
  const detail = `la fila trae ${cells.length} datos y el encabezado ${header.size} columnas`;
  return { ...row, problems: [...row.problems, { code: "fault", detail }] };
}

const MOST_NAMES = 200;
