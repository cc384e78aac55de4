import { CsvError, parse, type Parser } from "csv-parse";
import { PackageRefusal } from "./model.ts";

/** A row longer than this is a quote that was never closed. */
const MAX_ROW_BYTES = 64 * 1024;

/** The bytes of a CSV file as they came, once it is sure that they are UTF-8 without NUL. @throws PackageRefusal */
export async function* checkedText(file: string, bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let lines = 1;
  for await (const chunk of bytes) {
    const text = decoded(file, lines, () => decoder.decode(chunk, { stream: true }));
    const nul = text.indexOf("\0");
    if (nul >= 0)
      throw new PackageRefusal(
        `${file}, línea ${lines + newlines(text.slice(0, nul))}: trae un carácter nulo.`,
      );
    lines += newlines(text);
    yield chunk;
  }
  decoded(file, lines, () => decoder.decode());
}

const newlines = (text: string) => text.split("\n").length - 1;

function decoded(file: string, line: number, decode: () => string): string {
  try {
    return decode();
  } catch {
    throw new PackageRefusal(
      `${file} no está en UTF-8 (de la línea ${line} en adelante): expórtelo como «CSV UTF-8» o conviértalo.`,
    );
  }
}

/** A record of the file and the line on which it ends. */
export interface ParsedRecord {
  record: string[];
  info: { lines: number };
}

/** RFC 4180 to the letter, save that blank lines are skipped and that counting cells is left to who knows the header. */
export const csvParser = (): Parser =>
  parse({
    bom: true,
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
    record_delimiter: ["\r\n", "\n"],
    max_record_size: MAX_ROW_BYTES,
  });

/** What the parser could not make sense of, as a refusal; any other error as it is. */
export function asRefusal(file: string, error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const what =
    error.code === "CSV_MAX_RECORD_SIZE"
      ? `una fila pasa de ${MAX_ROW_BYTES / 1024} KiB`
      : error.code === "CSV_QUOTE_NOT_CLOSED"
        ? "hay una comilla que no se cierra"
        : "hay una comilla fuera de lugar";
  return new PackageRefusal(
    `${file}, cerca de la línea ${String(error["lines"])}: ${what}. Un dato con comas o comillas va entre comillas, y cada comilla de adentro se escribe dos veces.`,
  );
}
