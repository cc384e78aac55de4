import type { CompanyPdf } from "./pdf.ts";
import { DTE_COLUMNS, type DteRow } from "./rows.ts";

/** A file of the folder `dte` on its way into `staging.dte`. */
export interface DteFileOfPackage {
  /** Its place among the files of the folder. */
  number: number;
  path: string;
  /** What lies beside it. */
  pdf: CompanyPdf | null;
}

const COLUMNS = Object.keys(DTE_COLUMNS) as (keyof typeof DTE_COLUMNS)[];
export const COPIED_COLUMNS = ["file_number", "path", "pdf_path", "pdf_key", ...COLUMNS];

/** A row of `staging.dte` as COPY takes it, with the columns `COPIED_COLUMNS`. */
export function copyLine({ number, path, pdf }: DteFileOfPackage, row: DteRow): string {
  let line = `${number}\t${copyValue(path)}\t${pdf?.key ? copyValue(pdf.path) : "\\N"}\t${copyValue(pdf?.key)}`;
  for (const column of COLUMNS) {
    const isBadPdf = column === "problem" && !row.problem && pdf?.problem;
    line += `\t${copyValue(isBadPdf ? JSON.stringify(pdf.problem) : row[column])}`;
  }
  return `${line}\n`;
}

const ESCAPES: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
function copyValue(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value !== "string") return String(value);
  return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (found) => ESCAPES[found] ?? found) : value;
}
