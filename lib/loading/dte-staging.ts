import { once } from "node:events";
import type pg from "pg";
import { from as copyFrom, type CopyStreamQuery } from "pg-copy-streams";
import { MAX_DTE_BYTES } from "../jurisdiction/cl/dte-reader.ts";
import { companyPdf, type CompanyPdf } from "./dte-pdf.ts";
import { DTE_COLUMNS, dteRows, tooLargeRow, type DteRow, type StagedProblem } from "./dte-rows.ts";
import { DTE } from "./model.ts";
import { bytesOf, type PackageFiles } from "./package-files.ts";

export interface DteContext {
  /** The company's own tax number, normalised: whose documents are taken. */
  companyIdentity: string;
  /** Called for every file, with how many there are of how many. */
  onFile?(done: number, total: number): void;
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
const COPIED = ["file_number", "path", "pdf_path", "pdf_key", ...Object.keys(DTE_COLUMNS)];
const BATCH_CHARACTERS = 64 * 1024;

/** Makes the table `staging.dte`, in a schema `staging` that is there. */
export async function createDteStaging(client: pg.ClientBase): Promise<void> {
  const columns = Object.entries({ ...OWN_COLUMNS, ...DTE_COLUMNS }).map(([name, type]) => `${name} ${type}`);
  await client.query(
    `DROP TABLE IF EXISTS staging.dte; CREATE UNLOGGED TABLE staging.dte (${columns.join(", ")})`,
  );
}

/** Reads, checks and stages every tax document of the package, file by file: one of them is in memory at a time. */
export async function stageDtes(
  client: pg.ClientBase,
  pack: PackageFiles,
  ctx: DteContext,
): Promise<StagedDtes> {
  const { xml, others } = dteFiles(pack);
  const used = new Set<string>();
  let read = 0;
  await createDteStaging(client);
  const copy = new DteCopy(client);
  try {
    for (const [number, path] of xml.entries()) {
      const bytes = await bytesOf(pack, path, MAX_DTE_BYTES);
      const rows = bytes ? dteRows(bytes, ctx.companyIdentity) : [tooLargeRow()];
      const pdf = rows.length === 1 && others.size > 0 ? await companyPdf(pack, path, others) : null;
      if (pdf) used.add(pdf.path);
      for (const row of rows) copy.add({ number, path, row, pdf });
      read += rows.length;
      if (copy.isFull) await copy.flush();
      ctx.onFile?.(number + 1, xml.length);
    }
    await copy.end();
  } catch (error) {
    copy.destroy();
    throw error;
  }
  await client.query("CREATE INDEX ON staging.dte (file_number)");
  await client.query("ANALYZE staging.dte");
  return { read, ignored: [...others].filter((path) => !used.has(path)) };
}

/** The files of the folder, in the order of their names. */
function dteFiles(pack: PackageFiles) {
  const inFolder = pack.list().filter((path) => path.startsWith(`${DTE}/`));
  const isXml = (path: string) => /\.xml$/i.test(path);
  return {
    xml: inFolder.filter(isXml).sort(),
    others: new Set(inFolder.filter((path) => !isXml(path))),
  };
}

/** The COPY into `staging.dte`. */
class DteCopy {
  readonly #stream: CopyStreamQuery;
  #batch = "";

  constructor(client: pg.ClientBase) {
    this.#stream = client.query(copyFrom(`COPY staging.dte (${COPIED.join(", ")}) FROM STDIN`));
    // Told to whoever waits for it to end; without a listener it would end the process before.
    this.#stream.on("error", () => {});
  }

  get isFull(): boolean {
    return this.#batch.length >= BATCH_CHARACTERS;
  }

  add({
    number,
    path,
    row,
    pdf,
  }: {
    number: number;
    path: string;
    row: DteRow;
    pdf: CompanyPdf | null;
  }): void {
    const { line, ...rest } = row;
    const staged = { ...rest, problem: rest.problem ?? (pdf?.problem ? JSON.stringify(pdf.problem) : null) };
    const values = Object.keys(DTE_COLUMNS).map((column) =>
      column === "line" ? line : staged[column as keyof typeof staged],
    );
    const own = [number, path, pdf?.key ? pdf.path : null, pdf?.key];
    this.#batch += `${[...own, ...values].map(copyValue).join("\t")}\n`;
  }

  async flush(): Promise<void> {
    const batch = this.#batch;
    this.#batch = "";
    if (this.#stream.errored) throw this.#stream.errored;
    if (batch && !this.#stream.write(batch)) await once(this.#stream, "drain");
  }

  async end(): Promise<void> {
    await this.flush();
    this.#stream.end();
    if (this.#stream.errored) throw this.#stream.errored;
    await once(this.#stream, "finish");
  }

  destroy(): void {
    this.#stream.destroy();
  }
}

const ESCAPES: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
function copyValue(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value !== "string") return String(value);
  return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (found) => ESCAPES[found] ?? found) : value;
}
