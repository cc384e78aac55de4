import { PackageRefusal } from "../model.ts";

/** A row longer than this is a quote that was never closed. */
export const MAX_ROW_CHARACTERS = 64 * 1024;

/** A record of a CSV file (RFC 4180). */
export interface CsvRecord {
  cells: string[];
  /** Where the next one begins. */
  end: number;
}

/** Trouble with quotes or length; who reads the file says where. */
class CsvFault extends Error {}

const COMMA = 44;
const QUOTE = 34;
const NEWLINE = 10;

/**
 * The record that begins at `start` of `text`, which ends with a line end; null when a quoted cell goes on beyond it.
 *
 * @throws PackageRefusal when a quote is out of place or the row too long
 */
export function recordAt(text: string, start: number, where: string): CsvRecord | null {
  try {
    return read(text, start);
  } catch (error) {
    if (error instanceof CsvFault) throw quoteRefusal(where, error.message);
    throw error;
  }
}

export const quoteRefusal = (where: string, what: string) =>
  new PackageRefusal(
    `${where}: ${what}. Un dato con comas o comillas va entre comillas, y cada comilla de adentro se escribe dos veces.`,
  );

function read(text: string, start: number): CsvRecord | null {
  const cells: string[] = [];
  for (let at = start; ; at++) {
    const cell = text.charCodeAt(at) === QUOTE ? quotedCell(text, at) : bareCell(text, at);
    if (cell === null) return null;
    cells.push(cell.content);
    if (cell.end - start > MAX_ROW_CHARACTERS)
      throw new CsvFault(`una fila pasa de ${MAX_ROW_CHARACTERS / 1024} KiB`);
    at = cell.end;
    if (text.charCodeAt(at) !== COMMA) return { cells, end: endOfLine(text, at) };
  }
}

interface Cell {
  content: string;
  /** The comma or line end after it. */
  end: number;
}

function bareCell(text: string, start: number): Cell {
  let end = start;
  for (let character = text.charCodeAt(end); character !== COMMA && character !== NEWLINE;) {
    if (character === QUOTE) throw new CsvFault("hay una comilla fuera de lugar");
    character = text.charCodeAt(++end);
  }
  // The carriage return of a Windows line end is none of the cell's.
  if (text[end] === "\n" && end > start && text[end - 1] === "\r") end -= 1;
  return { content: text.slice(start, end), end };
}

function quotedCell(text: string, start: number): Cell | null {
  let content = "";
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return null;
    content += text.slice(from, quote);
    if (text.charCodeAt(quote + 1) !== QUOTE) return closedCell(text, content, quote + 1);
    content += '"';
    from = quote + 2;
  }
}

function closedCell(text: string, content: string, end: number): Cell {
  const ends = text[end] === "," || text[end] === "\n" || (text[end] === "\r" && text[end + 1] === "\n");
  if (!ends) throw new CsvFault("hay una comilla fuera de lugar");
  return { content, end };
}

const endOfLine = (text: string, at: number) => (text[at] === "\r" ? at + 2 : at + 1);
