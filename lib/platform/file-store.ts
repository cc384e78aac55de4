import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

export interface StoredFile {
  key: string;
  size: number;
}

/** Files by content hash; names and owners are data elsewhere. A second driver (S3) would keep this shape. */
export interface FileStore {
  /** The bytes, or null when there are none under `key`. */
  read(key: string): Promise<Buffer | null>;
  /** Its bytes from `start` up to, not including, `end`; null when there is no file, or when it is shorter. */
  readPart(key: string, part: { start: number; end: number }): Promise<Buffer | null>;
  write(key: string, bytes: Uint8Array): Promise<void>;
  /** Takes a file of any size as it comes, under the hash of its content; when `bytes` fails, nothing is kept. */
  receive(kind: string, bytes: AsyncIterable<Uint8Array>): Promise<StoredFile>;
  /** Where the file lies on this machine, for what must read it by seeking; null when there is none. */
  localPath(key: string): Promise<string | null>;
  /** Keys of a kind that were last written before `before`. */
  keysBefore(kind: string, before: Date): Promise<string[]>;
  remove(key: string): Promise<void>;
}

/** What is being received; a file that stays here was cut short. */
export const INCOMING = "incoming";

const KEY = /^[a-z]+\/[0-9a-f]{64}$/;
const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === "ENOENT";

/** A folder as file store. @throws RangeError on a key that is not `<kind>/<sha256 in hex>`. */
export function localFileStore(folder: string): FileStore {
  const pathOf = (key: string) => {
    if (!KEY.test(key)) throw new RangeError(`not a file key: ${key}`);
    return join(folder, key);
  };
  const pathFor = async (key: string) => {
    const path = pathOf(key);
    await mkdir(dirname(path), { recursive: true });
    return path;
  };
  return {
    async read(key) {
      try {
        return await readFile(pathOf(key));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async readPart(key, { start, end }) {
      const file = await open(pathOf(key), "r").catch((error: unknown) => {
        if (isMissing(error)) return null;
        throw error;
      });
      if (!file) return null;
      const part = Buffer.alloc(end - start);
      const { bytesRead } = await file.read(part, 0, part.length, start).finally(() => file.close());
      return bytesRead === part.length ? part : null;
    },
    async write(key, bytes) {
      const path = await pathFor(key);
      // Written beside and renamed: a reader finds the whole file or none.
      const beside = `${path}.${randomUUID()}`;
      await writeFile(beside, bytes, { flush: true });
      await rename(beside, path);
      await synced(dirname(path));
    },
    async receive(kind, bytes) {
      const beside = await pathFor(`${INCOMING}/${randomBytes(32).toString("hex")}`);
      try {
        const { sha256, size } = await writeHashed(beside, bytes);
        const key = `${kind}/${sha256}`;
        const path = await pathFor(key);
        await rename(beside, path);
        await synced(dirname(path));
        return { key, size };
      } catch (error) {
        await rm(beside, { force: true });
        throw error;
      }
    },
    async localPath(key) {
      const path = pathOf(key);
      return (await modifiedAt(path)) ? path : null;
    },
    async keysBefore(kind, before) {
      const names = await readdir(join(folder, kind)).catch((error: unknown) => {
        if (isMissing(error)) return [];
        throw error;
      });
      const keys = names.map((name) => `${kind}/${name}`).filter((key) => KEY.test(key));
      const times = await Promise.all(keys.map((key) => modifiedAt(pathOf(key))));
      return keys.filter((_key, at) => (times[at] ?? before) < before);
    },
    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
  };
}

/** What the database is about to name has to outlive a power cut: the file's bytes, and its name in the folder. */
async function synced(folder: string): Promise<void> {
  const opened = await open(folder, "r");
  await opened.sync().finally(() => opened.close());
}

async function modifiedAt(path: string): Promise<Date | null> {
  try {
    return (await stat(path)).mtime;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function writeHashed(path: string, bytes: AsyncIterable<Uint8Array>) {
  const hash = createHash("sha256");
  let size = 0;
  const file = await open(path, "wx", 0o600);
  try {
    for await (const chunk of bytes) {
      hash.update(chunk);
      size += chunk.length;
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest("hex"), size };
}
