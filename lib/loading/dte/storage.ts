import { hash } from "node:crypto";
import type pg from "pg";
import { MAX_DTE_BYTES } from "../../jurisdiction/cl/dte-reader.ts";
import type { FileStore } from "../../platform/file-store.ts";
import { PackageRefusal } from "../model.ts";
import { MAX_FILE_BYTES } from "../package/file-inspection.ts";
import { bytesOf, type PackageFiles } from "../package/package-files.ts";

/** Millions of documents do not become millions of files: they are kept together, one received file after another. */
const PACK_BYTES = 16 * 1024 * 1024;
const FILES_A_PAGE = 1000;

/** A received file with documents that the portal does not have yet. */
interface NewFile {
  file_number: number;
  path: string;
  /** Of every new document in it: what was read when it was checked has to be there still. */
  documents: { start: number; end: number; sha256: string }[];
}

/** Writes the files of accepted new documents, and their PDFs, to the store; `staging.dte` tells where they are. */
export async function storeDtes(pack: PackageFiles, client: pg.ClientBase, store: FileStore): Promise<void> {
  await client.query(`DROP TABLE IF EXISTS staging.dte_files;
    CREATE UNLOGGED TABLE staging.dte_files AS
    SELECT s.file_number, s.path,
      json_agg(json_build_object('start', s.start_byte, 'end', s.end_byte, 'sha256', s.sha256)) AS documents
    FROM staging.dte s WHERE s.problem IS NULL AND s.file_key IS NULL AND NOT EXISTS
      (SELECT FROM dte d WHERE d.issuer_rut = s.issuer_rut AND d.tipo = s.tipo AND d.folio = s.folio)
    GROUP BY s.file_number, s.path;
    CREATE INDEX ON staging.dte_files (file_number)`);
  const packed = new Pack(client, store);
  for await (const file of newFiles(client)) await packed.add(file.file_number, await unchanged(pack, file));
  await packed.write();
  await storePdfs(pack, client, store);
}

async function* newFiles(client: pg.ClientBase): AsyncGenerator<NewFile> {
  for (let last = -1; ;) {
    const { rows } = await client.query<NewFile>(
      "SELECT * FROM staging.dte_files WHERE file_number > $1 ORDER BY file_number LIMIT $2",
      [last, FILES_A_PAGE],
    );
    yield* rows;
    const next = rows.at(-1)?.file_number;
    if (next === undefined) return;
    last = next;
  }
}

const changedMeanwhile = (path: string) =>
  new PackageRefusal(`${path} cambió mientras se cargaba: cargue el paquete de nuevo.`);

async function unchanged(pack: PackageFiles, { path, documents }: NewFile): Promise<Buffer> {
  const bytes = await bytesOf(pack, path, MAX_DTE_BYTES);
  const isSame = documents.every(
    ({ start, end, sha256 }) => bytes && hash("sha256", bytes.subarray(start, end)) === sha256,
  );
  if (!bytes || !isSame) throw changedMeanwhile(path);
  return bytes;
}

/** The file of the store that is being filled. */
class Pack {
  readonly #client: pg.ClientBase;
  readonly #store: FileStore;
  #parts: { number: number; start: number; bytes: Buffer }[] = [];
  #size = 0;

  constructor(client: pg.ClientBase, store: FileStore) {
    this.#client = client;
    this.#store = store;
  }

  async add(number: number, bytes: Buffer): Promise<void> {
    if (this.#size + bytes.length > PACK_BYTES) await this.write();
    this.#parts.push({ number, start: this.#size, bytes });
    this.#size += bytes.length;
  }

  async write(): Promise<void> {
    if (this.#parts.length === 0) return;
    const bytes = Buffer.concat(this.#parts.map((part) => part.bytes));
    const key = `dte/${hash("sha256", bytes)}`;
    await this.#store.write(key, bytes);
    await this.#client.query(
      `UPDATE staging.dte s SET file_key = $1, start_byte = s.start_byte + f.start, end_byte = s.end_byte + f.start
       FROM unnest($2::integer[], $3::integer[]) AS f(number, start)
       WHERE s.file_number = f.number AND s.file_key IS NULL AND s.problem IS NULL`,
      [key, this.#parts.map(({ number }) => number), this.#parts.map(({ start }) => start)],
    );
    this.#parts = [];
    this.#size = 0;
  }
}

/** PDFs that came with new documents, or later than theirs. */
async function storePdfs(pack: PackageFiles, client: pg.ClientBase, store: FileStore): Promise<void> {
  for (let last = -1; ;) {
    const { rows } = await client.query<{ file_number: number; pdf_path: string; pdf_key: string }>(
      `SELECT s.file_number, s.pdf_path, s.pdf_key FROM staging.dte s
       WHERE s.file_number > $1 AND s.pdf_key IS NOT NULL AND s.problem IS NULL AND NOT EXISTS
         (SELECT FROM dte d WHERE d.issuer_rut = s.issuer_rut AND d.tipo = s.tipo AND d.folio = s.folio AND d.pdf_key = s.pdf_key)
       ORDER BY s.file_number LIMIT $2`,
      [last, FILES_A_PAGE],
    );
    for (const { pdf_path, pdf_key } of rows) await storeFile(pack, store, { path: pdf_path, key: pdf_key });
    const next = rows.at(-1)?.file_number;
    if (next === undefined) return;
    last = next;
  }
}

/** Keeps a file of the package under the key that was made of its bytes. @throws PackageRefusal when they changed */
export async function storeFile(
  pack: PackageFiles,
  store: FileStore,
  { path, key }: { path: string; key: string },
): Promise<void> {
  const bytes = await bytesOf(pack, path, MAX_FILE_BYTES);
  if (!bytes || !key.endsWith(`/${hash("sha256", bytes)}`)) throw changedMeanwhile(path);
  await store.write(key, bytes);
}
