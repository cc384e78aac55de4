import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Jurisdiction } from "../jurisdiction/jurisdiction.ts";
import { csvRows, type CsvRow } from "./csv-rows.ts";
import { asRefusal, checkedText, csvParser, type ParsedRecord } from "./csv-text.ts";
import type { ResourceName } from "./model.ts";
import { resources, type Resource } from "./resources.ts";

/** The temporary table with a resource's rows, right and wrong: a row is rejected once it has a reason. */
export const staged = (name: ResourceName) => `staged_${name}`;
export const ACCEPTED = "s.problem_reason IS NULL";

const PROBLEM = ["problem_column", "problem_value", "problem_reason", "problem_remedy"];
const BATCH_CHARACTERS = 64 * 1024;
const KEPT_VALUE_CHARACTERS = 200;

/** Makes a staging table for every resource; they go with the transaction. */
export async function createStaging(client: pg.ClientBase): Promise<void> {
  for (const { name, columns } of resources) {
    const own = columns.map((column) => `${column.name} ${column.type.sql}`);
    const problem = PROBLEM.map((column) => `${column} text`);
    await client.query(
      `CREATE TEMPORARY TABLE ${staged(name)} (line integer NOT NULL, ${[...own, ...problem].join(", ")}) ON COMMIT DROP`,
    );
  }
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
  const columns = ["line", ...resource.columns.map((column) => column.name), ...PROBLEM];
  const copy = client.query(copyFrom(`COPY ${staged(resource.name)} (${columns.join(", ")}) FROM STDIN`));
  try {
    await pipeline(
      checkedText(file, bytes),
      csvParser(),
      async function* (parsed: AsyncIterable<ParsedRecord>) {
        // One push per row would be several times slower than a batch.
        let batch = "";
        for await (const row of csvRows(file, parsed, resource, jurisdiction)) {
          read += 1;
          batch += copyLine(row);
          if (batch.length < BATCH_CHARACTERS) continue;
          yield Buffer.from(batch);
          batch = "";
        }
        if (batch) yield Buffer.from(batch);
      },
      copy,
    );
  } catch (error) {
    throw asRefusal(file, error);
  }
  await client.query(`ANALYZE ${staged(resource.name)}`);
  return read;
}

function copyLine({ line, cells, problem }: CsvRow): string {
  const values = [
    ...cells,
    problem?.column,
    problem?.value?.slice(0, KEPT_VALUE_CHARACTERS),
    problem?.reason,
    problem?.remedy,
  ];
  return `${line}\t${values.map(copyValue).join("\t")}\n`;
}

const ESCAPES: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
function copyValue(value: string | null | undefined): string {
  if (value === null || value === undefined) return "\\N";
  return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (found) => ESCAPES[found] ?? found) : value;
}
