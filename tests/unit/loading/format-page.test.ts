import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { descriptorOf, readDescriptor } from "../../../lib/loading/package/descriptor.ts";
import { resourceNamed, resources } from "../../../lib/loading/format/resources.ts";

const page = readFileSync(join(import.meta.dirname, "../../../docs/operador/formato-de-carga.md"), "utf8");

/** The sections of the page that document a resource: its heading, its sentence, its table's rows. */
const sections = page
  .slice(page.indexOf("\n## Los recursos\n"))
  .split(/^### /m)
  .slice(1)
  .map((section) => {
    const [name = "", ...lines] = section.split("\n");
    const sentence = lines.find((line) => line && !line.startsWith("|"));
    const rows = lines.filter((line) => line.startsWith("| `"));
    return {
      name,
      sentence,
      rows: rows.map((row) =>
        row
          .split("|")
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
    };
  });

test("the format's page documents every resource and column, and nothing else", () => {
  expect(sections).toEqual(
    resources.map(({ name, title, key, columns }) => ({
      name,
      sentence: `${title}. Clave: ${key.map((column) => `\`${column}\``).join(", ")}.`,
      rows: columns.map((column) => [
        `\`${column.name}\``,
        column.type.label,
        column.required ? "sí" : "no",
        column.description,
      ]),
    })),
  );
});

test("the page's own datapackage.json is one", () => {
  const json = /```json\n(.*?)```/s.exec(page)?.[1] ?? "";
  expect(readDescriptor(json).files.map(({ name }) => name)).toEqual(resources.map(({ name }) => name));
});

test("keys and references name columns that exist", () => {
  for (const { columns, key, references } of resources) {
    const names = columns.map((column) => column.name);
    expect(names).toEqual(expect.arrayContaining([...key, ...references.flatMap((to) => to.columns)]));
    for (const { columns: from, to } of references) expect(from).toHaveLength(resourceNamed(to).key.length);
  }
});

test("the published descriptor is read back", () => {
  const json = JSON.stringify(descriptorOf("prueba", "Prueba", resources));
  expect(readDescriptor(json).files).toEqual(
    resources.map(({ name }) => ({ name, path: `${name}.csv`, complete: false, control: {} })),
  );
});
