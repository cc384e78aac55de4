import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvFormat, csvOf } from "../../../lib/platform/csv.ts";

type Line = { name: string; kwh: string | null };
const columns = [
  { header: "Nombre", kind: "text" as const, value: (line: Line) => line.name },
  { header: "Consumo (kWh)", kind: "number" as const, value: (line: Line) => line.kwh },
];

describe("a CSV", () => {
  test("for a Spanish spreadsheet: BOM, semicolons, decimal comma, CRLF, S/I", () => {
    const rows = [
      { name: "Añasco; e hijos", kwh: "1911.70" },
      { name: "x", kwh: null },
    ];
    expect(csvOf(columns, rows, "excel")).toBe(
      '\ufeffNombre;Consumo (kWh)\r\n"Añasco; e hijos";1911,70\r\nx;S/I\r\n',
    );
  });

  test("plain: commas, points, empty for what is not known", () => {
    expect(csvOf(columns, [{ name: "a,b", kwh: null }], "plano")).toBe('Nombre,Consumo (kWh)\r\n"a,b",\r\n');
  });

  test("a format that does not exist is the spreadsheet's", () => {
    expect(csvFormat.parse("xml")).toBe("excel");
    expect(csvFormat.parse(null)).toBe("excel");
  });

  test.each(["=1+1", "+56 9", "-2", "@sum(A1)", "\t=1", "|cmd", "＝1"])(
    "%j in a name is text, not a formula",
    (name) => {
      const [, [written = ""] = []] = parse(csvOf(columns, [{ name, kwh: "-12.5" }], "plano"), { bom: true });
      expect(written).toBe(`'${name}`);
    },
  );

  test("numbers stay numbers, negative ones too", () => {
    expect(csvOf(columns, [{ name: "x", kwh: "-12.5" }], "excel")).toContain("x;-12,5\r\n");
  });

  test("any name comes back as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        const [, [written = ""] = []] = parse(csvOf(columns, [{ name, kwh: "1" }], "excel"), {
          bom: true,
          delimiter: ";",
        });
        expect([name, `'${name}`]).toContain(written);
      }),
    );
  });
});
