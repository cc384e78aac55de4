import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chile } from "../../../lib/jurisdiction/cl/chile.ts";
import { csvRows, type CsvRow } from "../../../lib/loading/staging/csv-rows.ts";
import { plainRow } from "../../../lib/loading/staging/plain-row.ts";
import { resourceNamed, resources, type Resource } from "../../../lib/loading/format/resources.ts";

async function rowOf(resource: Resource, line: string): Promise<CsvRow | undefined> {
  const header = resource.columns.map(({ name }) => name).join(",");
  const rows: CsvRow[] = [];
  const file = Readable.from([Buffer.from(`${header}\n${line}`)]);
  for await (const _ of csvRows("f.csv", file, { resource, jurisdiction: chile }, (row) => rows.push(row)));
  return rows[0];
}

/** Cells right and wrong for some column or other, without what only quotes can carry. */
const cell = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "0",
    "-0",
    "007",
    "1.50",
    "-3.5",
    "1e5",
    "NaN",
    "+5",
    "1_000",
    "٣",
    "1,5",
    ".5",
    "5.",
  ),
  fc.constantFrom(
    "2020-02-29",
    "2019-02-29",
    "2020-02-30",
    "2020-12-31",
    "1899-01-01",
    "2020-13",
    "2020-01",
    "today",
  ),
  fc.constantFrom("SI", "NO", "si", "1", "2", "3", "6", "BT", "real", "estimada", "sin_lectura", "contrato"),
  fc.constantFrom(
    "11111111-1",
    "11.111.111-1",
    "5126663-3",
    "12345678-9",
    "documentos/a.pdf",
    "documentos/../a",
    "B1",
  ),
  fc.constantFrom(
    "a@b.example",
    "a@b",
    "+56 9 1234 5678",
    "Ñandú",
    "cafe\u0301",
    "a\u00a0",
    "\u00ada",
    "x\\y",
    "€",
    "a  b",
  ),
  fc.integer({ min: -5, max: 2_000_000 }).map(String),
  fc.string({ unit: "grapheme", maxLength: 30 }).map((text) => text.replace(/["\r\n\0]/g, "")),
  fc.integer({ min: 1, max: 1100 }).map((length) => "x".repeat(length)),
);

describe.each(resources.map((resource) => [resource.name, resource] as const))(
  "a row of %s",
  (_name, resource) => {
    test("is the same whether it is recognised or read with care", async () => {
      const line = fc.array(cell, { minLength: resource.columns.length, maxLength: resource.columns.length });
      await fc.assert(
        fc.asyncProperty(line, async (cells) => {
          const bare = cells.map((text) => (text.includes(",") ? `"${text}"` : text)).join(",");
          const quoted = cells.map((text) => `"${text}"`).join(",");
          // No pattern takes blanks around a cell: this is always read with care, and its blanks do not count.
          const truth = await rowOf(resource, cells.map((text) => `" ${text} "`).join(","));
          expect(await rowOf(resource, bare)).toEqual(truth);
          expect(await rowOf(resource, quoted)).toEqual(truth);
        }),
        { numRuns: 300 },
      );
    });
  },
);

/** A right row of each resource, as most rows of most files are. */
const USUAL: Record<string, string> = {
  titulares: "11111111-1,Rosa Barría Oyarzún,rosa@correo.example,+56 9 1234 5678",
  suministros: "100,Camino Vecinal 3 Parcela 7,Río Bueno,Región de Los Ríos,BT1,1,10,T-9,1_152,15,BT",
  contratos: "100,11111111-1,2015-01-01,",
  medidores: "100,M1,2015-01-01,",
  lecturas: "100,M1,2020-01,real,2020-01-29,1500.5",
  boletas: "100,2020-01,B1,39,1001,2020-01-31,2020-02-28,2019-12-30,2020-01-29,286,1000,141,190,1331,,",
  cargos: "100,2020-01,B1,2,Uso del sistema de transmisión,286,kWh,17.125,4898,SI",
  pagos: "100,P1,2020-02-20,1331,B1,caja",
  glosas: "Servicio público,Financia la coordinación del sistema.",
  documentos: "100,D1,contrato,Contrato de suministro,2020-01-01,documentos/contrato-100.pdf",
  calendarios: "CO,2028-01-01,feriado,Año Nuevo,Ley 51 de 1983,https://normas.example/ley-51,firme",
};

test.each(resources.map((resource) => [resource.name, resource] as const))(
  "the usual row of %s is recognised",
  (name, resource) => {
    const order = resource.columns.map((_, at) => at);
    const text = `${USUAL[name] ?? ""}\n`;
    const plain = plainRow(resource, order, chile);
    const cells = (USUAL[name] ?? "").split(",").map((text) => text || null);
    expect(plain.cellsAt(text, 0)).toEqual(cells);
    expect(plain.end).toBe(text.length);
    const quoted = `${cells.map((cell) => (cell === null ? "" : `"${cell}"`)).join(",")}\r\n`;
    expect(plain.cellsAt(quoted, 0)).toEqual(cells);
    expect(plain.end).toBe(quoted.length);
  },
);

test("a file of before a column came is read without it", () => {
  const supplies = resourceNamed("suministros");
  const later = supplies.columns.findIndex(({ name }) => name === "transformador_id");
  const order = supplies.columns.map((_, at) => (at === later ? -1 : at > later ? at - 1 : at));
  const plain = plainRow(supplies, order, chile);
  const cells = plain.cellsAt("100,Camino 1,Frutillar,Los Lagos,BT1,1,10,T-9,15,BT\n", 0);
  expect(cells?.slice(later - 1)).toEqual(["T-9", null, "15", "BT"]);
});
