import { parse } from "csv-parse/sync";
import { demonstrationPackage } from "../../../lib/demonstration/companies.ts";
import type { PackagedFile } from "../../../lib/loading/package/template.ts";
import { day } from "../../../lib/kernel/civil-date.ts";
import type { ResourceName } from "../../../lib/loading/model.ts";

export type Cells = Record<string, string>;
export type Table = (name: ResourceName) => Cells[];

export const TODAY = day("2026-11-25");
export const A_MONTH_LATER = day("2026-12-03");
export const COUNTRIES = ["cl", "co"] as const;
type Country = (typeof COUNTRIES)[number];

function once<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

/** The rows of a package, by resource and column; read when they are first asked for. */
export const tableOf = (files: readonly PackagedFile[]): Table =>
  once((name: ResourceName): Cells[] => {
    const file = files.find(({ path }) => path === `${name}.csv`);
    return parse(file?.content ?? "", { columns: true });
  });

export const packageOf = once((country: Country) => demonstrationPackage(TODAY, country));
export const tables = once((country: Country) => tableOf(packageOf(country)));

export const numberIn = (row: Cells | undefined, column: string) => Number(row?.[column]);
export const keyOf = (row: Cells, columns: readonly string[]) =>
  columns.map((column) => row[column]).join(" ");
