import { findGone } from "../../lib/loading/checks/gone.ts";
import type pg from "pg";
import type { PackageFiles } from "../../lib/loading/package/package-files.ts";
import { localFileStore, type FileStore } from "../../lib/platform/file-store.ts";

/** A package of these files, in memory. `atOnce` as a folder gives them; without it they come in small parts, as of a zip. */
export function filesOf(files: Record<string, Buffer>, how: "atOnce" | "inParts" = "atOnce"): PackageFiles {
  const at = (path: string) => files[path] ?? Buffer.alloc(0);
  return {
    list: () => Object.keys(files),
    async *read(path) {
      const bytes = at(path);
      for (let start = 0; start < bytes.length; start += 4096) yield bytes.subarray(start, start + 4096);
    },
    ...(how === "atOnce" ? { readAtOnce: (path, limit) => (at(path).length > limit ? null : at(path)) } : {}),
  };
}

/** A file store in memory, and how often something was written to it. */
export function storeInMemory() {
  const kept = new Map<string, Buffer>();
  const writes: string[] = [];
  const store: FileStore = {
    ...localFileStore("nowhere"),
    read: async (key) => kept.get(key) ?? null,
    readPart: async (key, { start, end }) => {
      const file = kept.get(key);
      return file && file.length >= end ? file.subarray(start, end) : null;
    },
    write: async (key, bytes) => {
      writes.push(key);
      kept.set(key, Buffer.from(bytes));
    },
  };
  return { store, kept, writes };
}

/** The schema of a load, anew, with what the intake of files needs of its tables. */
export async function newStaging(client: pg.ClientBase): Promise<void> {
  await client.query(`DROP SCHEMA IF EXISTS staging CASCADE; CREATE SCHEMA staging;
    CREATE UNLOGGED TABLE staging.boletas (line integer, suministro text, periodo text, documento text,
      tipo_dte integer, folio bigint, total numeric, problem jsonb);
    CREATE UNLOGGED TABLE staging.documentos (line integer, suministro text, documento text, archivo text, problem jsonb)`);
  await findGone(client, []);
}
