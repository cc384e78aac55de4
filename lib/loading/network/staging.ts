import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Field, FieldKind } from "../../network/fields.ts";
import { layers, type Layer } from "../../network/layers.ts";
import { networkTables, type NetworkTable } from "../../network/tables.ts";
import { PackageRefusal } from "../model.ts";
import type { NetworkFile, NetworkPackage } from "../package/network-descriptor.ts";
import { copyLine } from "../staging/copy-text.ts";
import { MAX_ROW_CHARACTERS, quoteRefusal, recordAt } from "../staging/csv-record.ts";
import { textBlocks } from "../staging/csv-text.ts";
import { features } from "./features.ts";
import { featureRow, recordRow, type NetworkRow } from "./rows.ts";

/** What of a network can be staged: the layers and the tables that come with them. */
export type Staged = Layer | NetworkTable;
export const everything: readonly Staged[] = [...layers, ...networkTables];
export const isLayer = (of: Staged): of is Layer => "geometry" in of;

export const stagedName = ({ name }: Staged) => `staging.net_${name}`;

const SQL_TYPES: Record<FieldKind, string> = {
  code: "text",
  text: "text",
  number: "double precision",
  integer: "integer",
  boolean: "boolean",
  date: "date",
  period: "char(7)",
  decimal: "numeric",
};

const POINT = { lon: "double precision", lat: "double precision" };
const LINE = {
  path: "text",
  min_lon: "double precision",
  min_lat: "double precision",
  max_lon: "double precision",
  max_lat: "double precision",
};
/** Of a line, what checks need and no table keeps. */
const ENDS = {
  start_lon: "double precision",
  start_lat: "double precision",
  end_lon: "double precision",
  end_lat: "double precision",
  drawn: "double precision",
};

/** Columns for where an asset stands, in its staging table and in its own. */
export const geometryColumns = (of: Staged): string[] =>
  isLayer(of) ? Object.keys(of.geometry === "Point" ? POINT : LINE) : [];

function columnsOf(of: Staged): Record<string, string> {
  const own = Object.fromEntries(of.fields.map(({ stored, kind }: Field) => [stored, SQL_TYPES[kind]]));
  if (!isLayer(of)) return own;
  return { ...own, ...(of.geometry === "Point" ? POINT : { ...LINE, ...ENDS }) };
}

/** Makes the staging tables of the network in a schema `staging` that is there. */
export async function createNetworkStaging(client: pg.ClientBase): Promise<void> {
  for (const of of everything) {
    const own = Object.entries(columnsOf(of)).map(([name, type]) => `${name} ${type}`);
    await client.query(
      `CREATE UNLOGGED TABLE ${stagedName(of)} (line integer NOT NULL, place integer NOT NULL, ${own.join(", ")}, problems jsonb)`,
    );
  }
}

export interface StagedNetwork {
  /** Rows of each file, by the name of its resource. */
  read: Map<string, number>;
  /** Columns that each file brings, of those that are known. */
  columns: Record<string, string[]>;
  /** What was not read, in Spanish. */
  notices: string[];
  /** SHA-256 (hex) of all that makes this edition: the files and what is said of them. */
  fingerprint: string;
}

interface Reading {
  of: Staged;
  file: NetworkFile;
  rows: number;
  seen: Set<string>;
}

/** Streams the files of a network into staging. @throws PackageRefusal when one cannot be read as a whole */
export async function stageNetwork(
  client: pg.ClientBase,
  network: NetworkPackage,
  read: (path: string) => AsyncIterable<Buffer>,
): Promise<StagedNetwork> {
  await createNetworkStaging(client);
  const staged: StagedNetwork = { read: new Map(), columns: {}, notices: [], fingerprint: "" };
  const whole = createHash("sha256").update(JSON.stringify(network.edition));
  for (const file of network.files) {
    const of = everything.find(({ name }) => name === file.name);
    if (!of) throw new Error(`no resource ${file.name}`);
    const digest = createHash("sha256");
    const reading: Reading = { of, file, rows: 0, seen: new Set() };
    await copyRows(client, reading, digesting(read(file.path), digest));
    staged.read.set(file.name, reading.rows);
    const known = of.fields.map(({ name }) => name);
    staged.columns[file.name] = known.filter((name) => reading.seen.has(name) || name === "id");
    staged.notices.push(...unknownColumns(reading, known));
    whole.update(`${file.name} ${digest.digest("hex")}\n`);
  }
  staged.fingerprint = whole.digest("hex");
  return staged;
}

async function* digesting(bytes: AsyncIterable<Buffer>, digest: { update(chunk: Buffer): unknown }) {
  for await (const chunk of bytes) {
    digest.update(chunk);
    yield chunk;
  }
}

const GEOMETRY_COLUMNS = ["lon", "lat"];
function unknownColumns({ of, file, seen }: Reading, known: readonly string[]): string[] {
  const own = isLayer(of) && of.geometry === "Point" && !file.isGeoJson ? GEOMETRY_COLUMNS : [];
  const unknown = [...seen].filter((name) => !known.includes(name) && !own.includes(name));
  if (unknown.length === 0) return [];
  const names = unknown.slice(0, 5).map((name) => `«${name.slice(0, 40).replace(/\p{C}/gu, "·")}»`);
  const more = unknown.length > 5 ? ` y ${unknown.length - 5} más` : "";
  return [`${file.path}: no se leyó ${names.join(", ")}${more}; ${of.name} no tiene esos datos.`];
}

async function copyRows(
  client: pg.ClientBase,
  reading: Reading,
  bytes: AsyncIterable<Buffer>,
): Promise<void> {
  const { of, file } = reading;
  const columns = ["line", "place", ...Object.keys(columnsOf(of)), "problems"];
  const batches = file.isGeoJson ? fromGeoJson(reading, bytes) : fromCsv(reading, bytes);
  await pipeline(
    async function* () {
      for await (const batch of batches) if (batch) yield Buffer.from(batch);
    },
    client.query(copyFrom(`COPY ${stagedName(of)} (${columns.join(", ")}) FROM STDIN`)),
  );
}

async function* fromGeoJson(reading: Reading, bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const { of, file, seen } = reading;
  if (!isLayer(of)) throw new PackageRefusal(`${file.path}: ${of.name} se carga como CSV.`);
  for await (const found of features(file.path, bytes)) {
    let lines = "";
    for (const feature of found) lines += rowLine(reading, featureRow(of, feature, seen));
    yield lines;
  }
}

async function* fromCsv(reading: Reading, bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const { of, file } = reading;
  let header: Map<string, number> | null = null;
  let [rest, line] = ["", 1];
  for await (const block of textBlocks(file.path, bytes)) {
    const text = rest + block.text;
    let [at, lines] = [0, ""];
    rest = "";
    while (at < text.length) {
      const record = recordAt(text, at, `${file.path}, cerca de la línea ${line}`);
      if (!record) break;
      const { cells } = record;
      if (!header) header = headerOf(reading, cells);
      else if (cells.length > 1 || cells[0] !== "")
        lines += rowLine(reading, recordRow(of, { line, cells }, header));
      for (let next = text.indexOf("\n", at); next !== -1 && next < record.end; line++)
        next = text.indexOf("\n", next + 1);
      at = record.end;
    }
    rest = text.slice(at);
    if (rest.length > MAX_ROW_CHARACTERS) throw neverClosed(file, line);
    yield lines;
  }
  if (rest) throw neverClosed(file, line);
  if (!header) throw new PackageRefusal(`${file.path} está vacío: falta la línea de encabezados.`);
}

const neverClosed = ({ path }: NetworkFile, line: number) =>
  quoteRefusal(`${path}, cerca de la línea ${line}`, "hay una comilla que no se cierra");

function headerOf({ of, file, seen }: Reading, cells: readonly string[]): Map<string, number> {
  const names = cells.map((cell) => cell.trim());
  const header = new Map(names.map((name, at) => [name, at]));
  if (header.size < names.length) throw new PackageRefusal(`${file.path}: una columna aparece dos veces.`);
  const key = isLayer(of) ? ["id"] : of.key;
  const missing = of.fields.filter(({ stored, name }) => key.includes(stored) && !header.has(name));
  if (missing.length)
    throw new PackageRefusal(
      `${file.path}: falta la columna ${missing.map(({ name }) => `«${name}»`).join(", ")} de ${of.name}. Las columnas van separadas por coma.`,
    );
  for (const name of names) seen.add(name);
  return header;
}

function rowLine(reading: Reading, { line, values, geometry, problems }: NetworkRow): string {
  reading.rows += 1;
  const at = geometryValues(reading.of, geometry);
  const said = problems.length ? JSON.stringify(problems) : null;
  return copyLine([String(line), String(reading.rows), ...values, ...at, said]);
}

const text = (value: number | undefined | null) =>
  value === undefined || value === null ? null : String(value);

function geometryValues(of: Staged, geometry: NetworkRow["geometry"]): (string | null)[] {
  if (!isLayer(of)) return [];
  const { start = null, end = null, path = null, box = null, length = 0 } = geometry ?? {};
  if (of.geometry === "Point") return [text(start?.[0]), text(start?.[1])];
  const ends = [start?.[0], start?.[1], end?.[0], end?.[1], path === null ? null : length];
  return [path, ...[0, 1, 2, 3].map((side) => text(box?.[side])), ...ends.map(text)];
}
