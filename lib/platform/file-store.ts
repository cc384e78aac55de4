import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Files by content hash; names and owners are data elsewhere. A second driver (S3) would keep this shape. */
export interface FileStore {
  /** The bytes, or null when there are none under `key`. */
  read(key: string): Promise<Buffer | null>;
  write(key: string, bytes: Uint8Array): Promise<void>;
}

const KEY = /^[a-z]+\/[0-9a-f]{64}$/;

/** A folder as file store. @throws RangeError on a key that is not `<kind>/<sha256 in hex>`. */
export function localFileStore(folder: string): FileStore {
  const pathOf = (key: string) => {
    if (!KEY.test(key)) throw new RangeError(`not a file key: ${key}`);
    return join(folder, key);
  };
  return {
    async read(key) {
      try {
        return await readFile(pathOf(key));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
        throw error;
      }
    },
    async write(key, bytes) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      // Written beside and renamed: a reader finds the whole file or none.
      const beside = `${path}.${randomUUID()}`;
      await writeFile(beside, bytes);
      await rename(beside, path);
    },
  };
}
