import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { readDescriptor, type PackageFile } from "./descriptor.ts";
import { fingerprintOfDigests } from "./fingerprint.ts";
import { openFolder } from "./folder.ts";
import { PackageRefusal } from "./model.ts";
import { openZip } from "./zip.ts";

/** Where the files of a package lie: a folder or a zip. */
export interface Container {
  /** Bytes of the file, as declared; null when there is no such file. @throws PackageRefusal */
  size(path: string): Promise<number | null>;
  read(path: string): AsyncIterable<Buffer>;
  close(): void;
}

/** How much a package may bring. */
export interface PackageLimits {
  /** Entries of a zip. */
  entries: number;
  /** Bytes of a zip. */
  packed: number;
  /** Bytes of all files that are read. */
  unpacked: number;
}

const MIB = 1024 ** 2;
const GIB = 1024 * MIB;
export const PACKAGE_LIMITS: PackageLimits = { entries: 10_000, packed: GIB, unpacked: 16 * GIB };

const DESCRIPTOR = "datapackage.json";
const DESCRIPTOR_LIMIT = MIB;

export interface LoadPackage {
  /** Name of the folder or zip. */
  name: string;
  /** What datapackage.json lists: every file is there, and together they are not too large. */
  files: PackageFile[];
  /** The bytes of a file, counted as they come: a size that was declared may lie. */
  read(path: string): AsyncIterable<Buffer>;
  /** SHA-256 (hex) of all that was read, whichever container it lay in. */
  fingerprint(): string;
  close(): void;
}

/** Opens the folder or zip at `source`. @throws PackageRefusal */
export async function openPackage(source: string, limits = PACKAGE_LIMITS): Promise<LoadPackage> {
  const name = basename(source);
  const found = await stat(source).catch(() => null);
  if (!found) throw new PackageRefusal(`No existe ${source}.`);
  const container = found.isDirectory() ? await openFolder(source) : await openZip(source, limits);
  try {
    const reader = countedReader(container, limits);
    const size = await container.size(DESCRIPTOR);
    if (size === null) throw new PackageRefusal(`Falta ${DESCRIPTOR} en ${name}.`);
    if (size > DESCRIPTOR_LIMIT) throw new PackageRefusal(`${DESCRIPTOR} pasa de 1 MiB.`);
    const files = readDescriptor(await textOf(reader.read(DESCRIPTOR)));
    await refuseSizes(container, files, limits);
    return { name, files, ...reader, close: () => container.close() };
  } catch (error) {
    container.close();
    throw error;
  }
}

async function refuseSizes(container: Container, files: PackageFile[], limits: PackageLimits) {
  let total = 0;
  for (const { path } of files) {
    const size = await container.size(path);
    if (size === null) throw new PackageRefusal(`Falta el archivo ${path}, que ${DESCRIPTOR} nombra.`);
    total += size;
  }
  if (total > limits.unpacked) throw tooLarge(limits);
}

const tooLarge = (limits: PackageLimits) =>
  new PackageRefusal(
    `El paquete, desempaquetado, pasa de ${(limits.unpacked / GIB).toLocaleString("es")} GiB: divídalo en varios.`,
  );

function countedReader(container: Container, limits: PackageLimits) {
  let total = 0;
  const digests: { path: string; sha256: string }[] = [];
  return {
    async *read(path: string) {
      const digest = createHash("sha256");
      for await (const chunk of container.read(path)) {
        total += chunk.length;
        if (total > limits.unpacked) throw tooLarge(limits);
        digest.update(chunk);
        yield chunk;
      }
      digests.push({ path, sha256: digest.digest("hex") });
    },
    fingerprint: () => fingerprintOfDigests(digests),
  };
}

async function textOf(bytes: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new PackageRefusal(`${DESCRIPTOR} no está en UTF-8.`);
  }
}
