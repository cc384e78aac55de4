import { readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { Readable } from "node:stream";
import { ZipFile } from "yazl";
import type { PackagedFile } from "./template.ts";

/** A day that is the same for every zip, so that the same files make the same bytes. */
const HOW = { mtime: new Date(2026, 0, 1), mode: 0o100644 };

/** The files as a zip. */
export function packageZip(files: readonly PackagedFile[]): Readable {
  const zip = new ZipFile();
  for (const { path, content } of files) zip.addBuffer(Buffer.from(content), path, HOW);
  return finished(zip);
}

/** The package that lies in `folder` as a zip, read as it is sent; null when there is none. */
export async function folderZip(folder: string): Promise<Readable | null> {
  if (!(await stat(join(folder, "datapackage.json")).catch(() => null))) return null;
  const zip = new ZipFile();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.toSorted()) zip.addFile(path, relative(folder, path).split(sep).join("/"), HOW);
  return finished(zip);
}

function finished(zip: ZipFile): Readable {
  const stream = zip.outputStream as Readable;
  // A file that cannot be read after all ends the answer instead of the process.
  zip.on("error", (error: Error) => stream.destroy(error));
  zip.end();
  return stream;
}
