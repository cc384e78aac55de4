import type { RowProblem } from "./csv-rows.ts";

/** A row as a line of PostgreSQL's COPY in its text format. No value has a control character: no column's type takes one. */
export function copyLine(values: readonly (string | null)[]): string {
  let line = "";
  for (const value of values) {
    if (line !== "") line += "\t";
    line += value === null ? "\\N" : escaped(value);
  }
  return `${line}\n`;
}

const escaped = (value: string) => (value.includes("\\") ? value.replaceAll("\\", "\\\\") : value);

const KEPT_VALUE_CHARACTERS = 200;

/** As the column `problem` keeps it. */
export function problemText(problem: RowProblem | null): string | null {
  if (problem === null) return null;
  return JSON.stringify({
    ...problem,
    value: problem.value?.slice(0, KEPT_VALUE_CHARACTERS).toWellFormed() ?? null,
  });
}
