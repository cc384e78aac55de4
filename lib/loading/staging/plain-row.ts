import type { Jurisdiction } from "../../jurisdiction/jurisdiction.ts";
import type { Column } from "../format/column.ts";
import type { Resource } from "../format/resources.ts";

/** Recognises rows that are plainly right, at the speed of one regular expression. */
export interface PlainRow {
  /** The cells of the row at `start`, in the order of the resource's columns; null for a row to be read with care. */
  cellsAt(text: string, start: number): (string | null)[] | null;
  /** Where the next row begins, once a row was recognised. */
  end: number;
}

/** A cell of a type that only `parse` can judge, such as one with a check digit: no blanks, nothing to escape. */
const TO_PARSE = String.raw`[!#-+\-.-[\]-~]+`;

/** Some systems put quotes around every text, or around everything. */
function cellPattern({ type, required }: Column): string {
  const bare = type.plain ?? TO_PARSE;
  return `(${bare}|"(?:${type.quoted ?? bare})"${required ? "" : "|"})`;
}

const QUOTE = 34;
const unquoted = (cell: string) => (cell.charCodeAt(0) === QUOTE ? cell.slice(1, -1) : cell);

/** `order`: where in the file's rows each of the resource's columns stands. */
export function plainRow(resource: Resource, order: readonly number[], jurisdiction: Jurisdiction): PlainRow {
  const { columns, rule } = resource;
  const inFile = columns.map((_, at) => columns[order.indexOf(at)]).filter((column) => column !== undefined);
  const row = new RegExp(`${inFile.map(cellPattern).join(",")}\\r?\\n`, "y");
  const toParse = columns.flatMap(({ type }, at) => (type.plain === undefined ? [{ type, at }] : []));
  const names = columns.map(({ name }) => name);

  const isRight = (cells: (string | null)[]) => {
    for (const { type, at } of toParse) {
      const cell = cells[at];
      if (!cell) continue;
      const parsed = type.parse(cell, jurisdiction);
      if (typeof parsed !== "string") return false;
      cells[at] = parsed;
    }
    if (!rule) return true;
    const values = Object.fromEntries(names.map((name, at) => [name, cells[at] ?? null]));
    return rule(values, jurisdiction) === null;
  };

  return {
    end: 0,
    cellsAt(text, start) {
      row.lastIndex = start;
      const match = row.exec(text);
      if (!match) return null;
      this.end = row.lastIndex;
      const cells: (string | null)[] = [];
      for (const at of order) {
        const cell = at < 0 ? null : match[at + 1];
        cells.push(cell ? unquoted(cell) : null);
      }
      return isRight(cells) ? cells : null;
    },
  };
}
