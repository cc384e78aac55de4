import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import { UNKNOWN } from "../kernel/format.ts";

/** A column of a CSV: text is neutralised against spreadsheet formulas, numbers stay numbers. */
export interface CsvColumn<Row> {
  header: string;
  kind: "text" | "number";
  /** Decimal text for a number; null for what is not known. */
  value: (row: Row) => string | null;
}

/** `excel`: BOM, semicolon, decimal comma, "S/I". `plano`: comma, point, empty for what is not known. */
export const csvFormat = z.enum(["excel", "plano"]).catch("excel");
export type CsvFormat = z.infer<typeof csvFormat>;

/** A cell that a spreadsheet would run as a formula is quoted as text (OWASP ASVS 5.0, 1.2.10). */
const neutral = (text: string) => (/^[=+\-@\t\r\0|＝＋－＠]/.test(text) ? `'${text}` : text);

const style = (format: CsvFormat) =>
  ({ delimiter: format === "excel" ? ";" : ",", record_delimiter: "windows" }) as const;

/** The first bytes of a CSV (RFC 4180, CRLF, UTF-8): its headings. */
export const csvHead = <Row>(columns: readonly CsvColumn<Row>[], format: CsvFormat): string =>
  stringify([columns.map(({ header }) => header)], { ...style(format), bom: format === "excel" });

/** The bytes of some of its rows. */
export function csvRows<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
  format: CsvFormat,
): string {
  const cell = (column: CsvColumn<Row>, row: Row) => {
    const value = column.value(row);
    if (value === null) return format === "excel" ? UNKNOWN : "";
    if (column.kind === "text") return neutral(value);
    return format === "excel" ? value.replace(".", ",") : value;
  };
  return stringify(
    rows.map((row) => columns.map((column) => cell(column, row))),
    style(format),
  );
}

/** A whole CSV in one of the two formats. */
export const csvOf = <Row>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
  format: CsvFormat,
): string => csvHead(columns, format) + csvRows(columns, rows, format);
