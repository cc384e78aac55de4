import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { PackageRefusal } from "./model.ts";
import type { Container } from "./package-reader.ts";

/** The files of a folder; none may be, or lie behind, a symbolic link. */
export async function openFolder(folder: string): Promise<Container> {
  const root = await realpath(folder);
  return {
    async size(path) {
      const real = await realpath(join(root, path)).catch(() => null);
      if (real === null) return null;
      if (real !== join(root, path))
        throw new PackageRefusal(`${path} es un enlace simbólico: ponga en su lugar el archivo mismo.`);
      const found = await stat(real);
      if (!found.isFile()) throw new PackageRefusal(`${path} no es un archivo.`);
      return found.size;
    },
    read: (path) => createReadStream(join(root, path), { highWaterMark: 256 * 1024 }),
    close() {},
  };
}
