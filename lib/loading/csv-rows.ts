import type { Jurisdiction } from "../jurisdiction/jurisdiction.ts";
import type { ParsedRecord } from "./csv-text.ts";
import { PackageRefusal, type Problem } from "./model.ts";
import type { Column, Resource } from "./resources.ts";

/** A row of a file: its cells as staging takes them, and the first thing wrong with it. */
export interface CsvRow {
  /** Line of the file on which the row begins. */
  line: number;
  /** In the order of the resource's columns; null where a cell is empty or wrong. */
  cells: (string | null)[];
  problem: RowProblem | null;
}
type RowProblem = Problem & { column: string | null; value: string | null };

/** The rows of a CSV file, one by one. @throws PackageRefusal when its header is not that of the resource */
export async function* csvRows(
  file: string,
  parsed: AsyncIterable<ParsedRecord>,
  resource: Resource,
  jurisdiction: Jurisdiction,
): AsyncGenerator<CsvRow> {
  let order: number[] | null = null;
  let returns = 0;
  for await (const { record, info } of parsed) {
    // Inside a cell the parser counts both halves of a Windows line break. The row ends on the line that is left without
    // them, and began as many lines above it as its cells hold breaks.
    returns += countOf("\r", record);
    const line = info.lines - returns - countOf("\n", record);
    if (order) yield { line, ...checkedRow(record, order, resource, jurisdiction) };
    else order = headerOrder(file, record, resource);
  }
  if (!order) throw new PackageRefusal(`${file} está vacío: falta la línea de encabezados.`);
}

const countOf = (character: string, cells: readonly string[]) =>
  cells.reduce(
    (count, cell) => (cell.includes(character) ? count + cell.split(character).length - 1 : count),
    0,
  );

/** Where in the file's rows each of the resource's columns stands. */
function headerOrder(file: string, header: readonly string[], { name, columns }: Resource): number[] {
  const refuse = (why: string) => new PackageRefusal(`${file}: ${why}.`);
  if (header.length === 1 && header[0]?.includes(";"))
    throw refuse("las columnas están separadas por punto y coma; el separador debe ser la coma");
  const names = header.map((cell) => cell.trim());
  const repeated = names.find((cell, at) => names.indexOf(cell) < at);
  if (repeated !== undefined) throw refuse(`la columna «${repeated}» aparece dos veces`);
  const missing = columns
    .filter((column) => !names.includes(column.name))
    .map((column) => `«${column.name}»`);
  if (missing.length) throw refuse(`falta la columna ${missing.join(", ")} de ${name}`);
  const extra = names.filter((cell) => !columns.some((column) => column.name === cell));
  if (extra.length) throw refuse(`la columna «${extra.join("», «")}» no es de ${name}`);
  return columns.map((column) => names.indexOf(column.name));
}

function checkedRow(
  record: readonly string[],
  order: readonly number[],
  resource: Resource,
  jurisdiction: Jurisdiction,
): Omit<CsvRow, "line"> {
  const { columns } = resource;
  if (record.length !== columns.length)
    return { cells: columns.map(() => null), problem: miscounted(record.length, columns.length) };
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
