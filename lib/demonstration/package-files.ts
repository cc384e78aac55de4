import { descriptorOf } from "../loading/package/descriptor.ts";
import { resources } from "../loading/format/resources.ts";
import type { PackagedFile } from "../loading/package/template.ts";
import type { Row, Rows } from "./simulation/rows.ts";

const cell = (value: string | number | null | undefined) => {
  const text = String(value ?? "");
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A hundred thousand rows at every start: the library for it takes five times as long. */
const csvOf = (columns: readonly string[], rows: readonly Row[]) =>
  [columns.join(), ...rows.map((row) => columns.map((column) => cell(row[column])).join()), ""].join("\n");

/** The package of `rows`, with what lies beside them: tax documents and copies of documents. */
export function packageFiles(
  { name, title }: { name: string; title: string },
  rows: Rows,
  beside: readonly PackagedFile[],
): PackagedFile[] {
  const descriptor = descriptorOf(name, title, resources);
  return [
    { path: "datapackage.json", content: `${JSON.stringify(descriptor, null, 2)}\n` },
    ...resources.map(({ name: resource, columns }) => ({
      path: `${resource}.csv`,
      content: csvOf(
        columns.map((column) => column.name),
        rows[resource],
      ),
    })),
    ...beside,
  ];
}
