import type { Jurisdiction } from "../../jurisdiction/jurisdiction.ts";
import { MAX_ROW_CHARACTERS, quoteRefusal, recordAt } from "./csv-record.ts";
import { textBlocks } from "./csv-text.ts";
import { PackageRefusal, type Problem } from "../model.ts";
import { shown } from "../package/shown.ts";
import { plainRow, type PlainRow } from "./plain-row.ts";
import type { Column } from "../format/column.ts";
import type { Resource } from "../format/resources.ts";

/** A row of a file: its cells as staging takes them, and the first thing wrong with it. */
export interface CsvRow {
  /** Line of the file on which the row begins. */
  line: number;
  /** In the order of the resource's columns; null where a cell is empty or wrong. */
  cells: (string | null)[];
  problem: RowProblem | null;
}
export type RowProblem = Problem & { column: string | null; value: string | null };

/**
 * Hands the rows of a CSV file to `take`, one by one; yields after each block of text, when what came of them can be sent
 * on. A row is not kept: a collector that has nothing to copy is half the speed.
 *
 * Rows that are plainly right are recognised by one regular expression; whatever else there is gets read with care. Both
 * ways give the same: the tests hold the first to the second.
 *
 * @throws PackageRefusal when its header is not that of the resource, or its quotes make no sense
 */
export async function* csvRows(
  file: string,
  bytes: AsyncIterable<Buffer>,
  { resource, jurisdiction }: { resource: Resource; jurisdiction: Jurisdiction },
  take: (row: CsvRow) => void,
): AsyncGenerator<void> {
  const reader = new RowReader(file, resource, jurisdiction);
  for await (const { text } of textBlocks(file, bytes)) {
    reader.read(text, take);
    yield;
  }
  reader.finish();
}

class RowReader {
  readonly #file: string;
  readonly #resource: Resource;
  readonly #jurisdiction: Jurisdiction;
  /** Where in the file's rows each of the resource's columns stands; null before the header. */
  #order: number[] | null = null;
  #plain: PlainRow | null = null;
  #line = 1;
  /** A quoted cell that goes on in the next block. */
  #rest = "";

  constructor(file: string, resource: Resource, jurisdiction: Jurisdiction) {
    this.#file = file;
    this.#resource = resource;
    this.#jurisdiction = jurisdiction;
  }

  read(block: string, take: (row: CsvRow) => void): void {
    const text = this.#rest === "" ? block : this.#rest + block;
    this.#rest = "";
    for (let at: number | null = 0; at !== null && at < text.length;) {
      const cells = this.#plain?.cellsAt(text, at);
      if (cells) {
        take({ line: this.#line++, cells, problem: null });
        at = this.#plain?.end ?? 0;
      } else at = this.#readWithCare(text, at, take);
    }
  }

  /** Takes one record; returns where the next begins, or null when it needs the next block. */
  #readWithCare(text: string, at: number, take: (row: CsvRow) => void): number | null {
    const where = `${this.#file}, cerca de la línea ${this.#line}`;
    const record = recordAt(text, at, where);
    if (record === null) {
      this.#rest = text.slice(at);
      if (this.#rest.length > MAX_ROW_CHARACTERS)
        throw quoteRefusal(where, "hay una comilla que no se cierra, o una fila que pasa de 64 KiB");
      return null;
    }
    const { cells, end } = record;
    if (this.#order === null) {
      this.#order = headerOrder(this.#file, cells, this.#resource);
      this.#plain = plainRow(this.#resource, this.#order, this.#jurisdiction);
    } else if (cells.length > 1 || cells[0] !== "") {
      take({ line: this.#line, ...checkedRow(cells, this.#order, this.#resource, this.#jurisdiction) });
    }
    for (let newline = text.indexOf("\n", at); newline !== -1 && newline < end; this.#line++)
      newline = text.indexOf("\n", newline + 1);
    return end;
  }

  finish(): void {
    if (this.#rest)
      throw quoteRefusal(
        `${this.#file}, cerca de la línea ${this.#line}`,
        "hay una comilla que no se cierra",
      );
    if (!this.#order) throw new PackageRefusal(`${this.#file} está vacío: falta la línea de encabezados.`);
  }
}

/** "Dirección de envío" as a column would be named. */
const folded = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll(/\s+/g, "_");

/** Where in the file's rows each of the resource's columns stands; -1 for a later column that the file lacks. */
function headerOrder(file: string, header: readonly string[], { name, columns }: Resource): number[] {
  const refuse = (why: string) => new PackageRefusal(`${file}: ${why}.`);
  if (header.length === 1 && header[0]?.includes(";"))
    throw refuse(
      "las columnas están separadas por punto y coma, como las guarda Excel en español; deben ir separadas por coma. Ábralo con LibreOffice Calc y guárdelo como CSV con separador coma, o ponga la coma como separador de listas de Windows antes de guardarlo con Excel",
    );
  const names = header.map((cell) => cell.trim());
  const repeated = names.find((cell, at) => names.indexOf(cell) < at);
  if (repeated !== undefined) throw refuse(`la columna «${shown(repeated)}» aparece dos veces`);
  const missing = columns
    .filter((column) => !column.later && !names.includes(column.name))
    .map((column) => `«${column.name}»`);
  const spelled = names.filter((cell) => columns.some((column) => folded(cell) === column.name));
  const otherwise = spelled.filter((cell) => folded(cell) !== cell);
  if (missing.length && otherwise.length)
    throw refuse(
      `los encabezados van en minúscula, sin tilde ni espacios: «${shown(otherwise[0] ?? "")}» se escribe «${folded(otherwise[0] ?? "")}»`,
    );
  if (missing.length) throw refuse(`falta la columna ${missing.join(", ")} de ${name}`);
  const extra = names.filter((cell) => !columns.some((column) => column.name === cell));
  if (extra.length)
    throw refuse(`la columna «${extra.slice(0, 10).map(shown).join("», «")}» no es de ${name}`);
  return columns.map((column) => names.indexOf(column.name));
}

function checkedRow(
  record: readonly string[],
  order: readonly number[],
  resource: Resource,
  jurisdiction: Jurisdiction,
): Omit<CsvRow, "line"> {
  const { columns } = resource;
  const inFile = order.filter((at) => at >= 0).length;
  if (record.length !== inFile)
    return { cells: columns.map(() => null), problem: miscounted(record.length, inFile) };
  let problem: RowProblem | null = null;
  const cells = columns.map((column, at) => {
    const value = (record[order[at] ?? -1] ?? "").trim();
    const parsed = checkedCell(value, column, jurisdiction);
    if (parsed === null || typeof parsed === "string") return parsed;
    problem ??= { ...parsed, column: column.name, value };
    return null;
  });
  if (!problem && resource.rule) {
    const row = Object.fromEntries(columns.map((column, at) => [column.name, cells[at] ?? null]));
    const found = resource.rule(row, jurisdiction);
    if (found) problem = { ...found, value: row[found.column] ?? null };
  }
  return { cells, problem };
}

function checkedCell(value: string, { type, required }: Column, jurisdiction: Jurisdiction) {
  if (value !== "") return type.parse(value, jurisdiction);
  return required ? { reason: "Falta un dato obligatorio.", remedy: "Complete la celda." } : null;
}

const miscounted = (found: number, expected: number): RowProblem => ({
  column: null,
  value: null,
  reason: `La fila trae ${found} datos y el encabezado tiene ${expected} columnas.`,
  remedy: "Revise las comas de más o de menos: un texto con comas va entre comillas.",
});
