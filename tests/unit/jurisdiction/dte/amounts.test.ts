import { describe, expect, test } from "vitest";
import { checkAmounts } from "@/lib/jurisdiction/cl/dte-amounts.ts";
import type { Dte } from "@/lib/jurisdiction/cl/dte.ts";
import { documentOf, fixture, issued, REAL, TIPOS } from "./documents.ts";

const boleta = documentOf(issued(39, { previousBalance: -900 }));
const verdictOf = (changes: Partial<Dte>) => checkAmounts({ ...boleta, ...changes })?.code ?? "agree";

test.each(Object.values(REAL))("the amounts of %s agree", (name) => {
  expect(checkAmounts(documentOf(fixture(name)))).toBeNull();
});

test.each(TIPOS)("the amounts of an issued document of type %i agree", (tipo) => {
  expect(checkAmounts(documentOf(issued(tipo)))).toBeNull();
});

describe("a boleta of 46.604 taxed, 441 exempt and 8.855 of IVA", () => {
  const gross = { linesAreGross: true, lines: [{ name: "Todo", exemption: null, amount: 55_900 }] };
  test.each<[string, Partial<Dte>, string]>([
    ["of another total", { total: 55_901, payable: 55_001 }, "amounts/total"],
    ["of a larger tax", { tax: 8_856 }, "amounts/total"],
    ["that tells its total only", { ...gross, net: null, exempt: null, tax: null }, "agree"],
    ["whose lines carry their IVA", gross, "agree"],
    ["whose lines should carry their IVA and do not", { linesAreGross: true }, "amounts/lines"],
    ["with a line too many", { lines: [...boleta.lines, ...boleta.lines] }, "amounts/lines"],
    [
      "with a line rounded the other way",
      { lines: [{ name: "Neto", exemption: null, amount: 47_046 }] },
      "agree",
    ],
    ["without detail", { lines: [] }, "agree"],
    ["to be paid without its balance", { payable: 55_900 }, "amounts/payable"],
    ["to be paid with a charge that is not billed", { notBilled: 100, payable: 55_100 }, "agree"],
    [
      "whose unbilled line is no part of the total",
      { lines: [...boleta.lines, { name: "Cuota", exemption: "2", amount: 9_000 }] },
      "agree",
    ],
    [
      "with a withheld tax, which follows other sums",
      { hasAdjustments: true, total: 1, payable: -899 },
      "agree",
    ],
  ])("%s", (_case, changes, verdict) => {
    expect(verdictOf(changes)).toBe(verdict);
  });
});

test("the lines of a note correct another document and are not held against its totals", () => {
  const note = documentOf(issued(61));
  expect(checkAmounts({ ...note, lines: [{ name: "Corrige giro", exemption: null, amount: 0 }] })).toBeNull();
});

test("the reason tells both sums", () => {
  expect(checkAmounts({ ...boleta, total: 55_901 })?.reason).toBe(
    "El total del documento es $\u00a055.901, y neto, exento e IVA suman $\u00a055.900.",
  );
});
