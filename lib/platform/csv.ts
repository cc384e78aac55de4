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

/** The bytes of a CSV (RFC 4180, CRLF, UTF-8) in one of the two formats. */
export function csvOf<Row>(columns: CsvColumn<Row>[], rows: readonly Row[], format: CsvFormat): string {
  const cell = (column: CsvColumn<Row>, row: Row) => {
    const value = column.value(row);
    if (value === null) return format === "excel" ? UNKNOWN : "";
    if (column.kind === "text") return neutral(value);
    return format === "excel" ? value.replace(".", ",") : value;
  };
  return stringify(
    [
      columns.map((column) => column.header),
      ...rows.map((row) => columns.map((column) => cell(column, row))),
    ],
    { delimiter: format === "excel" ? ";" : ",", bom: format === "excel", record_delimiter: "windows" },
  );
}
