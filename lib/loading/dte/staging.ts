import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { MAX_DTE_BYTES } from "../../jurisdiction/cl/dte-reader.ts";
import { COPIED_COLUMNS, copyLine } from "./copy.ts";
import { companyPdf } from "./pdf.ts";
import { DTE_COLUMNS, dteRows, tooLargeRow } from "./rows.ts";
import { DTE } from "../model.ts";
import { bytesOf, type PackageFiles } from "../package/package-files.ts";

export interface DteContext {
  /** The company's own tax number, normalised: whose documents are taken. */
  companyIdentity: string;
  /** Called now and then with how many files were read of how many. */
  onProgress?(done: number, total: number): void;
}

export interface StagedDtes {
  /** Documents, and files that could not be read: every one is a row of `staging.dte`. */
  read: number;
  /** Files of the folder that are no tax document, nor the PDF of one. */
  ignored: string[];
}

/** Beside what `DTE_COLUMNS` says: where the document comes from, and where it is kept once it is (`storeDtes`). */
const OWN_COLUMNS = {
  file_number: "integer NOT NULL",
  path: "text NOT NULL",
  pdf_path: "text",
  pdf_key: "text",
  file_key: "text",
};
const BATCH_CHARACTERS = 64 * 1024;

/** Makes the table `staging.dte`, in a schema `staging` that is there. */
export async function createDteStaging(client: pg.ClientBase): Promise<void> {
  const columns = Object.entries({ ...OWN_COLUMNS, ...DTE_COLUMNS }).map(([name, type]) => `${name} ${type}`);
  await client.query(
    `DROP TABLE IF EXISTS staging.dte; CREATE UNLOGGED TABLE staging.dte (${columns.join(", ")})`,
  );
}

/** Reads, checks and stages every tax document of the package; one file is in memory at a time. */
export async function stageDtes(
  client: pg.ClientBase,
  pack: PackageFiles,
  ctx: DteContext,
): Promise<StagedDtes> {
  await createDteStaging(client);
  const { xml, others } = dteFolder(pack);
  const counted = { read: 0 };
  await pipeline(
    async function* () {
      // One push per row would be several times slower than a batch.
      let batch = "";
      for (const [number, path] of xml.entries()) {
        const { lines, rows } = await staged(pack, { number, path, others }, ctx);
        counted.read += rows;
        batch += lines;
        if (batch.length < BATCH_CHARACTERS) continue;
        ctx.onProgress?.(number + 1, xml.length);
        yield Buffer.from(batch);
        batch = "";
      }
      if (batch) yield Buffer.from(batch);
    },
    client.query(copyFrom(`COPY staging.dte (${COPIED_COLUMNS.join(", ")}) FROM STDIN`)),
  );
  await client.query("CREATE INDEX ON staging.dte (file_number); ANALYZE staging.dte");
  return { read: counted.read, ignored: [...others] };
}

/** The files of the folder, in the order of their names. */
function dteFolder(pack: PackageFiles) {
  const inFolder = pack.list().filter((path) => path.startsWith(`${DTE}/`));
  const isXml = (path: string) => /\.xml$/i.test(path);
  return {
    xml: inFolder.filter(isXml).sort(),
    others: new Set(inFolder.filter((path) => !isXml(path))),
  };
}

/** The rows of a file, ready to be copied. Takes its PDF out of `others`. */
async function staged(
  pack: PackageFiles,
  { number, path, others }: { number: number; path: string; others: Set<string> },
  { companyIdentity }: DteContext,
) {
  const bytes = await bytesOf(pack, path, MAX_DTE_BYTES);
  const rows = bytes ? dteRows(bytes, companyIdentity) : [tooLargeRow()];
  const pdf = rows.length === 1 && others.size > 0 ? await companyPdf(pack, path, others) : null;
  if (pdf) others.delete(pdf.path);
  const lines = rows.map((row) => copyLine({ number, path, pdf }, row)).join("");
  return { lines, rows: rows.length };
}
