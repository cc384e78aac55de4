import { once } from "node:events";
import type pg from "pg";
import { from as copyFrom, type CopyStreamQuery } from "pg-copy-streams";
import { MAX_DTE_BYTES } from "../jurisdiction/cl/dte-reader.ts";
import { COPIED_COLUMNS, type DteBatch, type DteFileOfBatch, type StagedBatch } from "./dte-batch.ts";
import { companyPdf } from "./dte-pdf.ts";
import { DteReaders } from "./dte-readers.ts";
import { DTE_COLUMNS } from "./dte-rows.ts";
import { DTE } from "./model.ts";
import { bytesOf, type PackageFiles } from "./package-files.ts";

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
const BATCH_BYTES = 512 * 1024;

/** Makes the table `staging.dte`, in a schema `staging` that is there. */
export async function createDteStaging(client: pg.ClientBase): Promise<void> {
  const columns = Object.entries({ ...OWN_COLUMNS, ...DTE_COLUMNS }).map(([name, type]) => `${name} ${type}`);
  await client.query(
    `DROP TABLE IF EXISTS staging.dte; CREATE UNLOGGED TABLE staging.dte (${columns.join(", ")})`,
  );
}

/** Reads, checks and stages every tax document of the package; a few batches of files are in memory at a time. */
export async function stageDtes(
  client: pg.ClientBase,
  pack: PackageFiles,
  ctx: DteContext,
): Promise<StagedDtes> {
  await createDteStaging(client);
  const folder = dteFolder(pack);
  const readers = new DteReaders(ctx.companyIdentity, folder.xml.length);
  try {
    const staged = await copyAll(client, pack, { folder, readers, ctx });
    await client.query("CREATE INDEX ON staging.dte (file_number); ANALYZE staging.dte");
    return staged;
  } finally {
    await readers.close();
  }
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

type Intake = { folder: ReturnType<typeof dteFolder>; readers: DteReaders; ctx: DteContext };

async function copyAll(
  client: pg.ClientBase,
  pack: PackageFiles,
  { folder, readers, ctx }: Intake,
): Promise<StagedDtes> {
  const stream = client.query(copyFrom(`COPY staging.dte (${COPIED_COLUMNS.join(", ")}) FROM STDIN`));
  const copy = { stream, failed: once(stream, "error").then(([error]) => Promise.reject(error as Error)) };
  copy.failed.catch(() => {});
  const underWay: { files: DteFileOfBatch[]; staged: Promise<StagedBatch> }[] = [];
  let read = 0;
  const finishOne = async () => {
    const next = underWay.shift();
    if (!next) return;
    const { lines, rows } = await next.staged;
    for (const [at, { pdf }] of next.files.entries())
      if (pdf && rows[at] === 1) folder.others.delete(pdf.path);
    read += rows.reduce((sum, made) => sum + made, 0);
    ctx.onProgress?.((next.files.at(-1)?.number ?? 0) + 1, folder.xml.length);
    await written(copy, lines);
  };
  try {
    for await (const batch of batches(pack, folder)) {
      const staged = readers.read(batch);
      staged.catch(() => {}); // told to whoever awaits it, in its turn
      underWay.push({ files: batch.files, staged });
      if (underWay.length >= readers.batchesAtOnce) await finishOne();
    }
    while (underWay.length > 0) await finishOne();
    stream.end();
    await Promise.race([once(stream, "finish"), copy.failed]);
  } catch (error) {
    stream.destroy();
    throw error;
  }
  return { read, ignored: [...folder.others] };
}

async function written(
  { stream, failed }: { stream: CopyStreamQuery; failed: Promise<never> },
  lines: string,
) {
  if (stream.destroyed) await failed;
  if (!stream.write(lines)) await Promise.race([once(stream, "drain"), failed]);
}

/** The files, read in their order and put together; a file that is larger than a batch is one. */
async function* batches(pack: PackageFiles, { xml, others }: Intake["folder"]): AsyncGenerator<DteBatch> {
  let files: DteFileOfBatch[] = [];
  let parts: Buffer[] = [];
  let size = 0;
  const batch = () => {
    const bytes = new Uint8Array(size);
    parts.reduce((at, part) => (bytes.set(part, at), at + part.length), 0);
    return { bytes, files };
  };
  for (const [number, path] of xml.entries()) {
    const file = await bytesOf(pack, path, MAX_DTE_BYTES);
    const pdf = others.size > 0 ? await companyPdf(pack, path, others) : null;
    files.push({ number, path, range: file && { start: size, end: size + file.length }, pdf });
    if (file) parts.push(file);
    size += file?.length ?? 0;
    if (size < BATCH_BYTES) continue;
    yield batch();
    [files, parts, size] = [[], [], 0];
  }
  if (files.length > 0) yield batch();
}
