import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Jurisdiction } from "../../jurisdiction/jurisdiction.ts";
import { CHARGE_RUN_COLUMNS, ChargeRuns } from "./charge-runs.ts";
import { copyLine, problemText } from "./copy-text.ts";
import { csvRows, type CsvRow } from "./csv-rows.ts";
import type { ResourceName } from "../model.ts";
import { resources, type Resource } from "../format/resources.ts";

/**
 * The table with a resource's rows, right and wrong: a row is rejected once it has a `problem`. It is in a schema of its
 * own, without a log, that belongs to whoever has the turn to load; what a killed load left there, the next one drops.
 */
export const staged = (name: ResourceName) => `staging.${name}`;
export const ACCEPTED = "s.problem IS NULL";

/** Names and types of a staging table's columns, beside `line` and `problem`. Texts are compared byte by byte. */
function columnsOf({ name, columns }: Resource): [name: string, type: string][] {
  if (name === "cargos") return CHARGE_RUN_COLUMNS;
  return columns.map((column) => [column.name, column.type.sql]);
}

const COLLATED = new Set(["text", "char(7)"]);
const collated = (type: string) => (COLLATED.has(type) ? `${type} COLLATE "C"` : type);

/** Makes a staging table for every resource, empty. */
export async function createStaging(client: pg.ClientBase): Promise<void> {
  await client.query("DROP SCHEMA IF EXISTS staging CASCADE");
  await client.query("CREATE SCHEMA staging");
  for (const resource of resources) {
    const own = columnsOf(resource).map(([name, type]) => `${name} ${collated(type)}`);
    await client.query(
      `CREATE UNLOGGED TABLE ${staged(resource.name)} (line integer NOT NULL, ${own.join(", ")}, problem jsonb)`,
    );
  }
}

export const dropStaging = (client: pg.ClientBase) => client.query("DROP SCHEMA IF EXISTS staging CASCADE");

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
      const take = (row: CsvRow) => {
        read += 1;
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
  // What rows are joined by; the rest is wide, and nobody looks for it.
  await client.query(`ANALYZE ${staged(resource.name)} (line, ${resource.key.join(", ")}, problem)`);
  return read;
}

const rowByRow: RowWriter = {
  write: ({ line, cells, problem }) => copyLine([String(line), ...cells, problemText(problem)]),
  finish: () => "",
};
