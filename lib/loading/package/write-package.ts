import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { PackagedFile } from "./template.ts";

/** Writes a package into `folder`. @throws Error, for whoever gave the command, when something is there already */
export async function writePackage(folder: string, files: readonly PackagedFile[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0)
    throw new Error(`La carpeta ${folder} no está vacía: elija otra, para no pisar lo que hay en ella.`);
  for (const { path, content } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content, { flag: "wx" });
  }
}
