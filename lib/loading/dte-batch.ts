import type { CompanyPdf } from "./dte-pdf.ts";
import { DTE_COLUMNS, dteRows, tooLargeRow, type DteRow } from "./dte-rows.ts";

/** A file of the folder `dte` on its way into `staging.dte`. */
export interface DteFileOfBatch {
  /** Its place among the files of the folder. */
  number: number;
  path: string;
  /** Where it lies in the batch; null for one that is too large to be read. */
  range: { start: number; end: number } | null;
  /** What lies beside it; for a file with one document only. */
  pdf: CompanyPdf | null;
}

/** Files that are read together, one after another in `bytes`. */
export interface DteBatch {
  bytes: Uint8Array<ArrayBuffer>;
  files: DteFileOfBatch[];
}

export interface StagedBatch {
  /** Rows of `staging.dte` as COPY takes them, with the columns `COPIED_COLUMNS`. */
  lines: string;
  /** Of every file, how many rows it made. */
  rows: number[];
}

export const COPIED_COLUMNS = [
  "file_number",
  "path",
  "pdf_path",
  "pdf_key",
  ...Object.keys(DTE_COLUMNS),
] as const;
const COLUMNS = Object.keys(DTE_COLUMNS) as (keyof typeof DTE_COLUMNS)[];

/** Reads and checks the documents of a batch. Pure, so that it can be done in another thread. */
export function stagedBatch({ bytes, files }: DteBatch, companyIdentity: string): StagedBatch {
  let lines = "";
  const rows: number[] = [];
  for (const file of files) {
    const { range } = file;
    const made = range ? dteRows(bytes.subarray(range.start, range.end), companyIdentity) : [tooLargeRow()];
    rows.push(made.length);
    const pdf = made.length === 1 ? file.pdf : null;
    for (const row of made) lines += copyLine(file, row, pdf);
  }
  return { lines, rows };
}

function copyLine({ number, path }: DteFileOfBatch, row: DteRow, pdf: CompanyPdf | null): string {
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
