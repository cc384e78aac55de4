import { hash } from "node:crypto";
import { bytesOf, type PackageFiles } from "./package-files.ts";

/** What customers can be handed without fear: the kinds of file that are taken, by how they begin. */
const KINDS = [
  { mediaType: "application/pdf", start: Buffer.from("%PDF-") },
  { mediaType: "image/png", start: Buffer.from("89504e470d0a1a0a", "hex") },
  { mediaType: "image/jpeg", start: Buffer.from("ffd8ff", "hex") },
] as const;
export type MediaType = (typeof KINDS)[number]["mediaType"];

export const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** A PDF ends with this, somewhere in its last bytes: one that was cut short does not. */
const PDF_END = "%%EOF";
const PDF_TAIL_BYTES = 1024;

export type Inspection = { ok: true; sha256: string; mediaType: MediaType } | { ok: false; reason: string };

/** What kind of file it is by its bytes, whatever its name says, and their hash; or why it is not taken. */
export async function inspectFile(pack: PackageFiles, path: string): Promise<Inspection> {
  const bytes = await bytesOf(pack, path, MAX_FILE_BYTES);
  if (!bytes) return { ok: false, reason: "El archivo pasa de 20 MiB." };
  if (bytes.length === 0) return { ok: false, reason: "El archivo está vacío." };
  const kind = KINDS.find(({ start }) => bytes.subarray(0, start.length).equals(start));
  if (!kind) return { ok: false, reason: "El archivo no es PDF, PNG ni JPEG." };
  if (kind.mediaType === "application/pdf" && !bytes.subarray(-PDF_TAIL_BYTES).includes(PDF_END))
    return { ok: false, reason: "El PDF está cortado: le falta su final." };
  return { ok: true, sha256: hash("sha256", bytes), mediaType: kind.mediaType };
}
