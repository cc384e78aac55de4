import { closeSync, createReadStream, fstatSync, openSync, readFileSync } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { PackageRefusal } from "../model.ts";
import { shown } from "./shown.ts";
import type { Container } from "./package-reader.ts";

/** The files of a folder; none may be, or lie behind, a symbolic link. */
export async function openFolder(folder: string): Promise<Container> {
  const root = await realpath(folder);
  return {
    list: () => filesUnder(root, ""),
    async size(path) {
      const real = await realpath(join(root, path)).catch(() => null);
      if (real === null) return null;
      if (real !== join(root, path))
        throw new PackageRefusal(
          `${shown(path)} es un enlace simbólico: ponga en su lugar el archivo mismo.`,
        );
      const found = await stat(real);
      if (!found.isFile()) throw new PackageRefusal(`${shown(path)} no es un archivo.`);
      return found.size;
    },
    read: (path) => createReadStream(join(root, path), { highWaterMark: 256 * 1024 }),
    readAtOnce: (path, limit) => bytesUpTo(join(root, path), limit),
    close() {},
  };
}

function bytesUpTo(path: string, limit: number): Buffer | null {
  const file = openSync(path, "r");
  try {
    return fstatSync(file).size > limit ? null : readFileSync(file);
  } finally {
    closeSync(file);
  }
}

const MOST_LEVELS = 10;

/** Hidden files are nobody's data. What is neither a file nor a folder is listed, to be refused when it is looked at. */
async function filesUnder(root: string, folder: string): Promise<string[]> {
  if (folder.split("/").length > MOST_LEVELS)
    throw new PackageRefusal(`${folder} está en demasiadas carpetas.`);
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const paths: string[] = [];
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = folder + entry.name;
    if (entry.isDirectory() && !entry.name.startsWith("."))
      paths.push(...(await filesUnder(root, `${path}/`)));
    else if (!entry.name.startsWith(".")) paths.push(path);
  }
  return paths;
}
