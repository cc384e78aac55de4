import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "csv-stringify/sync";
import { chile } from "../../../lib/jurisdiction/cl/chile.ts";
import { csvRows, type CsvRow } from "../../../lib/loading/staging/csv-rows.ts";
import { resourceNamed } from "../../../lib/loading/format/resources.ts";

const HEADER = "documento,nombre,correo,telefono";

/** The rows of a file of holders that arrives in chunks of `size` bytes. */
async function rowsOf(content: string, size = 7): Promise<CsvRow[]> {
  const bytes = Buffer.from(content);
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  );
  const rows: CsvRow[] = [];
  const holders = { resource: resourceNamed("titulares"), jurisdiction: chile };
  for await (const _ of csvRows("t.csv", Readable.from(chunks), holders, (row) => rows.push(row)));
  return rows;
}
const linesOf = (rows: CsvRow[]) => rows.map(({ line }) => line);

describe.each(["\n", "\r\n"])("with line ends %j", (end) => {
  const file = (...lines: string[]) => lines.join(end);

  test("a row has the line on which it begins", async () => {
    const rows = await rowsOf(
      file(
        HEADER,
        "11111111-1,Uno,,",
        "",
        `22222222-2,"Dos${end}${end}líneas",,`,
        "33333333-3,Tres,,",
        "",
        "x,y,,",
      ),
    );
    expect(linesOf(rows)).toEqual([2, 4, 7, 9]);
    expect(rows.map(({ problem }) => problem?.column)).toEqual([undefined, "nombre", undefined, "documento"]);
  });

  test("a BOM, quotes and a missing last line end are nothing", async () => {
    const [row] = await rowsOf(`\ufeff${file(HEADER, '"11.111.111-1","Los ""Notros"", Ltda."," ",')}`);
    expect(row).toEqual({ line: 2, cells: ["11111111-1", 'Los "Notros", Ltda.', null, null], problem: null });
  });
});

test("the first thing wrong from the left is the one that is told", async () => {
  const [row] = await rowsOf(`${HEADER}\nx,,mal,mal\n`);
  expect(row?.problem).toMatchObject({ column: "documento", value: "x" });
});

test("however a file is cut into chunks, its rows are the same", async () => {
  const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).map((text) => `x${text}`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(name, { maxLength: 20 }),
      fc.integer({ min: 1, max: 9 }),
      async (names, size) => {
        const rows = names.map((text) => ["11111111-1", text.replaceAll("\0", ""), "", ""]);
        const content = `${HEADER}\n${stringify(rows, { quoted_match: /[\r\n]/ })}`;
        const read = await rowsOf(content, size);
        expect(read).toHaveLength(names.length);
        expect(read).toEqual(await rowsOf(content, 1 << 20));
      },
    ),
    { numRuns: 50 },
  );
});
