import { stat } from "node:fs/promises";
import { crc32 } from "node:zlib";
import * as yauzl from "yauzl";
import { PackageRefusal } from "../model.ts";
import { shown } from "./shown.ts";
import type { Container, PackageLimits } from "./package-reader.ts";

const FILE_TYPE = 0o170000;
const SYMBOLIC_LINK = 0o120000;

/** What yauzl says, in English, of names that lead out of the package. */
const LEADS_OUT = /^(absolute path|invalid relative path|invalid characters in fileName)/;

function damaged(error: unknown): PackageRefusal {
  const leadsOut = error instanceof Error && LEADS_OUT.test(error.message);
  return new PackageRefusal(
    leadsOut
      ? "El zip está dañado: trae un archivo cuyo nombre lleva fuera de su carpeta."
      : "El zip está dañado o no es un zip: comprima de nuevo la carpeta entera del paquete, no un archivo suelto, y cárguelo.",
  );
}

/** The files of a zip, whose directory is checked whole before anything is unpacked. @throws PackageRefusal */
export async function openZip(path: string, limits: PackageLimits): Promise<Container> {
  const { size } = await stat(path);
  if (size > limits.packed)
    throw new PackageRefusal(
      `El zip pasa de ${Math.round(limits.packed / 1024 ** 2)} MiB: divídalo en varios.`,
    );
  const zip = await yauzl
    .openPromise(path, { autoClose: false, lazyEntries: true })
    .catch((error: unknown) => {
      throw damaged(error);
    });
  try {
    const entries = await readDirectory(zip, limits);
    const folder = packageFolder([...entries.keys()]);
    const outside = [...entries.keys()].find((name) => !name.startsWith(folder) && !HIDDEN.test(name));
    if (outside !== undefined)
      throw new PackageRefusal(
        `El zip trae ${shown(outside)} fuera de la carpeta «${shown(folder.slice(0, -1))}» del paquete: ponga todos los archivos en la misma.`,
      );
    const entryOf = (name: string) => entries.get(folder + name);
    return {
      list: () => Promise.resolve(within(folder, entries.keys())),
      size: (name) => Promise.resolve(entryOf(name)?.uncompressedSize ?? null),
      read: (name) => unpack(zip, entryOf(name)),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** What file managers leave behind. */
const HIDDEN = /(^|\/)(\.|__MACOSX\/)/;

function within(folder: string, names: Iterable<string>): string[] {
  const paths = [...names].filter((name) => name.startsWith(folder)).map((name) => name.slice(folder.length));
  return paths.filter((path) => !HIDDEN.test(path)).sort();
}

async function readDirectory(zip: yauzl.ZipFile, limits: PackageLimits): Promise<Map<string, yauzl.Entry>> {
  const tooMany = () => new PackageRefusal(`El zip trae más de ${limits.entries} archivos.`);
  if (zip.entryCount > limits.entries) throw tooMany();
  const entries = new Map<string, yauzl.Entry>();
  let unpacked = 0;
  try {
    // yauzl itself refuses names that are absolute or climb out with "..".
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= limits.entries) throw tooMany();
      if (entry.fileName.endsWith("/")) continue;
      refuseEntry(entry, entries);
      unpacked += entry.uncompressedSize;
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    throw error instanceof PackageRefusal ? error : damaged(error);
  }
  if (unpacked > limits.unpacked)
    throw new PackageRefusal("El zip, desempaquetado, pasa del tamaño permitido.");
  return entries;
}

function refuseEntry(entry: yauzl.Entry, seen: ReadonlyMap<string, unknown>) {
  const name = entry.fileName;
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMBOLIC_LINK)
    throw new PackageRefusal(`El zip trae un enlace simbólico: ${shown(name)}.`);
  if (entry.isEncrypted()) throw new PackageRefusal(`El zip trae un archivo con contraseña: ${shown(name)}.`);
  if (seen.has(name)) throw new PackageRefusal(`El zip trae dos veces ${shown(name)}.`);
}

/** Zipping a folder often puts its name before every file: the package is where datapackage.json lies. */
function packageFolder(names: readonly string[]): string {
  const places = names
    .filter((name) => /^([^/]+\/)?datapackage\.json$/.test(name))
    .map((name) => name.slice(0, -16));
  return places.length === 1 ? (places[0] ?? "") : "";
}

/** The entry's bytes. yauzl stops when they are more or fewer than the zip's directory says. */
async function* unpack(zip: yauzl.ZipFile, entry: yauzl.Entry | undefined): AsyncGenerator<Buffer> {
  if (!entry) throw new Error("read of an entry that has no size");
  let checksum = 0;
  try {
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (error) {
    throw damaged(error);
  }
  if (checksum !== entry.crc32)
    throw new PackageRefusal(
      `El zip está dañado: la suma de comprobación de ${shown(entry.fileName)} no coincide.`,
    );
}
