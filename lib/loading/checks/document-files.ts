import type pg from "pg";
import type { FileStore } from "../../platform/file-store.ts";
import { storeFile } from "../dte/storage.ts";
import { inspectFile, type Inspection } from "../package/file-inspection.ts";
import type { PackageFiles } from "../package/package-files.ts";

const FILES_A_PAGE = 1000;
const REMEDY =
  "Ponga en la carpeta documentos un PDF, PNG o JPEG de hasta 20 MiB, con el nombre que dice la fila.";

/**
 * Looks at the files that the accepted rows of `staging.documentos` name: those that can be handed out are in
 * `staging.files` afterwards, and the rows of the others are rejected.
 */
export async function stageDocumentFiles(client: pg.ClientBase, pack: PackageFiles): Promise<void> {
  await client.query(`DROP TABLE IF EXISTS staging.files;
    CREATE UNLOGGED TABLE staging.files (path text PRIMARY KEY, key text NOT NULL, media_type text NOT NULL)`);
  const present = new Set(pack.list());
  for await (const paths of namedFiles(client)) {
    const taken: { path: string; key: string; mediaType: string }[] = [];
    const refused: { path: string; reason: string }[] = [];
    for (const path of paths) {
      const found: Inspection = present.has(path)
        ? await inspectFile(pack, path)
        : { ok: false, reason: "El archivo no viene en el paquete." };
      if (found.ok) taken.push({ path, key: `documents/${found.sha256}`, mediaType: found.mediaType });
      else refused.push({ path, reason: found.reason });
    }
    await keep(client, taken);
    await reject(client, refused);
  }
  await client.query("ANALYZE staging.files");
}

async function* namedFiles(client: pg.ClientBase): AsyncGenerator<string[]> {
  for (let last = ""; ;) {
    const { rows } = await client.query<{ archivo: string }>(
      `SELECT DISTINCT archivo COLLATE "C" AS archivo FROM staging.documentos
       WHERE problem IS NULL AND archivo COLLATE "C" > $1 ORDER BY 1 LIMIT $2`,
      [last, FILES_A_PAGE],
    );
    const next = rows.at(-1)?.archivo;
    if (next === undefined) return;
    yield rows.map(({ archivo }) => archivo);
    last = next;
  }
}

async function keep(
  client: pg.ClientBase,
  files: readonly { path: string; key: string; mediaType: string }[],
) {
  await client.query("INSERT INTO staging.files SELECT * FROM unnest($1::text[], $2::text[], $3::text[])", [
    files.map(({ path }) => path),
    files.map(({ key }) => key),
    files.map(({ mediaType }) => mediaType),
  ]);
}

async function reject(client: pg.ClientBase, files: readonly { path: string; reason: string }[]) {
  await client.query(
    `UPDATE staging.documentos s SET problem =
       jsonb_build_object('column', 'archivo', 'value', s.archivo, 'reason', f.reason, 'remedy', $3::text)
     FROM unnest($1::text[], $2::text[]) AS f(path, reason) WHERE s.archivo = f.path AND s.problem IS NULL`,
    [files.map(({ path }) => path), files.map(({ reason }) => reason), REMEDY],
  );
}

/** Writes the files of the accepted rows to the store; what the portal has already is not written again. */
export async function storeDocumentFiles(
  pack: PackageFiles,
  client: pg.ClientBase,
  store: FileStore,
): Promise<void> {
  for (let last = ""; ;) {
    const { rows } = await client.query<{ path: string; key: string }>(
      `SELECT min(f.path) AS path, f.key FROM staging.files f WHERE f.key COLLATE "C" > $1
         AND EXISTS (SELECT FROM staging.documentos s WHERE s.archivo = f.path AND s.problem IS NULL)
         AND NOT EXISTS (SELECT FROM usage_point_document d WHERE d.file_key = f.key)
       GROUP BY f.key ORDER BY f.key COLLATE "C" LIMIT $2`,
      [last, FILES_A_PAGE],
    );
    for (const file of rows) await storeFile(pack, store, file);
    const next = rows.at(-1)?.key;
    if (next === undefined) return;
    last = next;
  }
}
