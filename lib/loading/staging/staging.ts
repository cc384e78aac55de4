import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Jurisdiction } from "../../jurisdiction/jurisdiction.ts";
import { CHARGE_RUN_COLUMNS, ChargeRuns } from "./charge-runs.ts";
import { copyLine, problemText } from "./copy-text.ts";
import { csvRows, type CsvRow } from "./csv-rows.ts";
import { PackageRefusal, type ResourceName } from "../model.ts";
import { resourceNamed, resources, type Resource } from "../format/resources.ts";

/**
 * The table with a resource's rows, right and wrong: a row is rejected once it has a `problem`. It is in a schema of its
 * own, without a log, that belongs to whoever has the turn to load; what a killed load left there, the next one drops.
 */
export const staged = (name: ResourceName) => `staging.${name}`;
export const ACCEPTED = "s.problem IS NULL";

/**
 * Names and types of a staging table's columns, beside `line` and `problem`. Texts have the database's collation, as the
 * portal's own: with another one no index of theirs would serve a join, and a small load would read whole tables.
 */
function columnsOf({ name, columns }: Resource): [name: string, type: string][] {
  if (name === "cargos") return CHARGE_RUN_COLUMNS;
  return columns.map((column) => [column.name, column.type.sql]);
}

/** Makes a staging table for every resource, empty. */
export async function createStaging(client: pg.ClientBase): Promise<void> {
  await client.query("DROP SCHEMA IF EXISTS staging CASCADE");
  await client.query("CREATE SCHEMA staging");
  for (const resource of resources) {
    const own = columnsOf(resource).map(([name, type]) => `${name} ${type}`);
    await client.query(
      `CREATE UNLOGGED TABLE ${staged(resource.name)} (line integer NOT NULL, ${own.join(", ")}, problem jsonb)`,
    );
  }
}

export const dropStaging = (client: pg.ClientBase) => client.query("DROP SCHEMA IF EXISTS staging CASCADE");

/** A file with more wrong rows than these is another file, or in another order: naming them all would only fill the disk. */
const REJECTED_AT_MOST = 1_000_000;
const tooManyRejected = (file: string) =>
  new PackageRefusal(
    `${file}: más de un millón de filas están mal. Revise el archivo entero antes de cargarlo.`,
  );

/** Rows as lines of COPY; what is gathered over rows comes with the last of them. */
interface RowWriter {
  write(row: CsvRow): string;
  finish(): string;
}

/**
 * Streams a file into its resource's staging table; returns how many rows it has.
 *
 * @throws PackageRefusal when the file as a whole cannot be read
 */
export async function stage(
  client: pg.ClientBase,
  { file, bytes, resource }: { file: string; bytes: AsyncIterable<Buffer>; resource: Resource },
  jurisdiction: Jurisdiction,
): Promise<number> {
  let read = 0;
  const writer: RowWriter = resource.name === "cargos" ? new ChargeRuns() : rowByRow;
  const columns = ["line", ...columnsOf(resource).map(([name]) => name), "problem"];
  await pipeline(
    async function* () {
      // One push per row would be several times slower than one a block.
      let lines = "";
      let rejected = 0;
      const take = (row: CsvRow) => {
        read += 1;
        if (row.problem && ++rejected > REJECTED_AT_MOST) throw tooManyRejected(file);
        lines += writer.write(row);
      };
      for await (const _block of csvRows(file, bytes, { resource, jurisdiction }, take)) {
        if (lines) yield Buffer.from(lines);
        lines = "";
      }
      lines = writer.finish();
      if (lines) yield Buffer.from(lines);
    },
    client.query(copyFrom(`COPY ${staged(resource.name)} (${columns.join(", ")}) FROM STDIN`)),
  );
  await client.query(`ANALYZE ${staged(resource.name)} (${joinedBy(resource).join(", ")})`);
  return read;
}

/** What rows are joined by, and looked for; the rest is wide. */
function joinedBy({ name, key, references }: Resource): string[] {
  const looked = ["reemplaza", "folio", "documento"];
  const own = columnsOf(resourceNamed(name)).map(([column]) => column);
  const joins = [...key, ...references.flatMap(({ columns }) => columns), ...looked];
  return ["line", "problem", ...new Set(joins.filter((column) => own.includes(column)))];
}

const rowByRow: RowWriter = {
  write: ({ line, cells, problem }) => copyLine([String(line), ...cells, problemText(problem)]),
  finish: () => "",
};
