import type { Readable } from "node:stream";
import { ZipFile } from "yazl";
import type { PackagedFile } from "./template.ts";

/** A day that is the same for every zip, so that the same files make the same bytes. */
const MODIFIED = new Date(2026, 0, 1);

/** The files as a zip. */
export function packageZip(files: readonly PackagedFile[]): Readable {
  const zip = new ZipFile();
  for (const { path, content } of files)
    zip.addBuffer(Buffer.from(content), path, { mtime: MODIFIED, mode: 0o100644 });
  zip.end();
  return zip.outputStream as Readable;
}
