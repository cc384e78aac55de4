import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { FieldKind } from "../../../lib/network/fields.ts";
import { layers } from "../../../lib/network/layers.ts";
import { networkTables } from "../../../lib/network/tables.ts";

const page = readFileSync(join(import.meta.dirname, "../../../docs/operador/red.md"), "utf8");

const KINDS: Record<FieldKind, string> = {
  code: "código",
  text: "texto",
  number: "número",
  integer: "entero",
  decimal: "decimal",
  boolean: "sí o no",
  date: "fecha",
  period: "mes",
};

/** The sections of the page that document a layer or a table: its heading and the cells of its rows. */
const sections = page
  .slice(page.indexOf("\n## Las columnas\n"))
  .split(/^### /m)
  .slice(1)
  .map((section) => {
    const [heading = "", ...lines] = section.split("\n");
    const rows = lines.filter((line) => line.startsWith("| `"));
    return {
      name: heading,
      rows: rows.map((row) =>
        row
          .split("|")
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
    };
  });

test("the operator's page documents every layer, table and column of the network, and nothing else", () => {
  expect(sections).toEqual(
    [...layers, ...networkTables].map(({ name, fields }) => ({
      name,
      rows: fields.map(({ name: column, kind, title, unit, refersTo }) => [
        `\`${column}\``,
        KINDS[kind] + (refersTo ? ` de \`${refersTo}\`` : ""),
        title + (unit ? `, en ${unit}` : ""),
      ]),
    })),
  );
});
