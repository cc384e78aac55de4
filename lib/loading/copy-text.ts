import type { RowProblem } from "./csv-rows.ts";

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** A row as a line of PostgreSQL's COPY in its text format. */
export function copyLine(values: readonly (string | null)[]): string {
  let line = "";
  for (const value of values) {
    if (line !== "") line += "\t";
    line += value === null ? "\\N" : escaped(value);
  }
  return `${line}\n`;
}

const escaped = (value: string) =>
  SPECIAL.test(value) ? value.replace(/[\\\t\n\r]/g, (found) => ESCAPES[found] ?? found) : value;

const KEPT_VALUE_CHARACTERS = 200;

/** As the column `problem` keeps it. */
export function problemText(problem: RowProblem | null): string | null {
  if (problem === null) return null;
  return JSON.stringify({ ...problem, value: problem.value?.slice(0, KEPT_VALUE_CHARACTERS) ?? null });
}
