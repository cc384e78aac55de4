import { isUtf8 } from "node:buffer";
import { quoteRefusal, MAX_ROW_CHARACTERS } from "./csv-record.ts";
import { PackageRefusal } from "../model.ts";

const NEWLINE = 10;

/**
 * A CSV file's text in blocks of whole lines, each with its line end, once it is sure that they are UTF-8 without NUL.
 * `line` is the file's line on which the block begins.
 *
 * @throws PackageRefusal
 */
export async function* textBlocks(
  file: string,
  bytes: AsyncIterable<Buffer>,
): AsyncGenerator<{ text: string; line: number }> {
  let line = 1;
  let rest: Buffer[] = [];
  let waiting = 0;
  for await (const chunk of bytes) {
    const cut = chunk.lastIndexOf(NEWLINE) + 1;
    rest.push(cut === 0 ? chunk : chunk.subarray(0, cut));
    waiting += chunk.length;
    // Four bytes a character is the most that UTF-8 takes.
    if (cut === 0 && waiting > 4 * MAX_ROW_CHARACTERS)
      throw quoteRefusal(
        `${file}, cerca de la línea ${line}`,
        `una fila pasa de ${MAX_ROW_CHARACTERS / 1024} KiB`,
      );
    if (cut === 0) continue;
    const block = decoded(file, line, Buffer.concat(rest));
    yield block;
    line += block.lines;
    rest = [chunk.subarray(cut)];
    waiting = chunk.length - cut;
  }
  const end = Buffer.concat(rest);
  if (end.length) yield decoded(file, line, Buffer.concat([end, Buffer.from("\n")]));
}

function decoded(file: string, line: number, bytes: Buffer) {
  if (!isUtf8(bytes))
    throw new PackageRefusal(
      `${file} no está en UTF-8 (de la línea ${line + linesBefore(bytes)} en adelante): expórtelo como «CSV UTF-8» o conviértalo.`,
    );
  const nul = bytes.indexOf(0);
  if (nul !== -1)
    throw new PackageRefusal(
      `${file}, línea ${line + newlines(bytes.subarray(0, nul))}: trae un carácter nulo.`,
    );
  const text = bytes.toString("utf8");
  return {
    text: line === 1 && text.startsWith("\ufeff") ? text.slice(1) : text,
    line,
    lines: newlines(bytes),
  };
}

/** Whole lines before the first that is not UTF-8. */
function linesBefore(bytes: Buffer): number {
  let lines = 0;
  for (let from = 0; from < bytes.length; lines++) {
    const end = bytes.indexOf(NEWLINE, from);
    const next = end === -1 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(from, next))) return lines;
    from = next;
  }
  return lines;
}

function newlines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}
