import { createHash, hash } from "node:crypto";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { readDescriptor, type PackageFile } from "./descriptor.ts";
import type { NetworkPackage } from "./network-descriptor.ts";
import { fingerprintOfDigests } from "./fingerprint.ts";
import type { PackageFiles } from "./package-files.ts";
import { openFolder } from "./folder.ts";
import { PackageRefusal } from "../model.ts";
import { shown } from "./shown.ts";
import { openZip } from "./zip.ts";

/** Where the files of a package lie: a folder or a zip. */
export interface Container {
  /** Paths of all its files, in order. @throws PackageRefusal */
  list(): Promise<string[]>;
  /** Bytes of the file, as declared; null when there is no such file. @throws PackageRefusal */
  size(path: string): Promise<number | null>;
  read(path: string): AsyncIterable<Buffer>;
  /** All bytes of a file, where that is cheaper than a stream; null when there are more than `limit`. */
  readAtOnce?(path: string, limit: number): Buffer | null;
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

export interface LoadPackage extends PackageFiles {
  /** Name of the folder or zip. */
  name: string;
  /** What datapackage.json lists: every file is there, and together they are not too large. */
  files: PackageFile[];
  /** The network that it brings, if it does. */
  network: NetworkPackage | null;
  /** Paths of everything in the package, named by datapackage.json or not, in order. */
  list(): readonly string[];
  /** Declared bytes of all that a load reads: the resources, the tax documents and the copies of documents. */
  bytes: number;
  /** The bytes of a file, counted as they come: a size that was declared may lie. @throws PackageRefusal */
  read(path: string): AsyncIterable<Buffer>;
  /** Called with the bytes of each chunk that is read. */
  onRead(listener: (path: string, bytes: number) => void): void;
  /** SHA-256 (hex) of all that a load reads, whichever container it lies in. Reads what was not read yet. */
  fingerprint(): Promise<string>;
  close(): void;
}

/** Opens the folder or zip at `source`. @throws PackageRefusal */
export async function openPackage(source: string, limits = PACKAGE_LIMITS): Promise<LoadPackage> {
  const name = basename(source);
  const found = await stat(source).catch(() => null);
  if (!found) throw new PackageRefusal(`No existe ${shown(source)}.`);
  if (!found.isFile() && !found.isDirectory())
    throw new PackageRefusal(`${shown(name)} no es una carpeta ni un zip.`);
  const container = found.isDirectory() ? await openFolder(source) : await openZip(source, limits);
  try {
    const size = await container.size(DESCRIPTOR);
    if (size === null) throw new PackageRefusal(`Falta ${DESCRIPTOR} en el paquete.`);
    if (size > DESCRIPTOR_LIMIT) throw new PackageRefusal(`${DESCRIPTOR} pasa de 1 MiB.`);
    const { files, network } = readDescriptor(await textOf(container.read(DESCRIPTOR)));
    const paths = (await container.list()).sort();
    const wanted = [
      ...new Set([
        ...[...files, ...(network?.files ?? [])].map(({ path }) => path),
        ...paths.filter((path) => FOLDERS.test(path)),
      ]),
    ];
    const plainFile = paths.find((path) => path === "dte" || path === "documentos");
    if (plainFile)
      throw new PackageRefusal(`«${plainFile}» debe ser una carpeta, y no un archivo ni un enlace.`);
    // A package may bring tax documents only.
    if (wanted.length === 0) throw new PackageRefusal(`${DESCRIPTOR}: «resources» está vacía.`);
    const bytes = await sizeOf(container, wanted, limits);
    return {
      name,
      files,
      network,
      list: () => paths,
      bytes,
      ...reading(container, wanted, limits),
      close: () => container.close(),
    };
  } catch (error) {
    container.close();
    throw error;
  }
}

/** Their files need no mention in the descriptor. */
const FOLDERS = /^(dte|documentos)\//;

async function sizeOf(
  container: Container,
  paths: readonly string[],
  limits: PackageLimits,
): Promise<number> {
  let total = 0;
  for (const path of paths) {
    const size = await container.size(path);
    if (size === null) throw new PackageRefusal(`Falta el archivo ${shown(path)}, que ${DESCRIPTOR} nombra.`);
    total += size;
  }
  if (total > limits.unpacked) throw tooLarge(limits);
  return total;
}

const tooLarge = (limits: PackageLimits) =>
  new PackageRefusal(
    `El paquete, desempaquetado, pasa de ${(limits.unpacked / GIB).toLocaleString("es")} GiB: divídalo en varios.`,
  );

function reading(container: Container, wanted: readonly string[], limits: PackageLimits) {
  let listener = (_path: string, _bytes: number) => {};
  // Of what was last read of each file: what a load takes is what its fingerprint tells, even from a folder that changes.
  const digests = new Map<string, string>();
  async function* read(path: string) {
    const digest = createHash("sha256");
    let total = 0;
    for await (const chunk of container.read(path)) {
      total += chunk.length;
      if (total > limits.unpacked) throw tooLarge(limits);
      listener(path, chunk.length);
      digest.update(chunk);
      yield chunk;
    }
    digests.set(path, digest.digest("hex"));
  }
  const atOnce = container.readAtOnce?.bind(container);
  const readAtOnce = (path: string, limit: number) => {
    const bytes = atOnce?.(path, limit) ?? null;
    if (bytes === null) return null;
    listener(path, bytes.length);
    digests.set(path, hash("sha256", bytes));
    return bytes;
  };
  return {
    read,
    ...(atOnce ? { readAtOnce } : {}),
    onRead: (called: typeof listener) => void (listener = called),
    async fingerprint() {
      for (const path of [DESCRIPTOR, ...wanted]) {
        if (digests.has(path)) continue;
        const digest = createHash("sha256");
        for await (const chunk of container.read(path)) digest.update(chunk);
        digests.set(path, digest.digest("hex"));
      }
      return fingerprintOfDigests([...digests].map(([path, sha256]) => ({ path, sha256 })));
    },
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
