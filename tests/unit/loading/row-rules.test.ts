import fc from "fast-check";
import { expect, test } from "vitest";
import { chile } from "../../../lib/jurisdiction/cl/chile.ts";
import { day } from "../../../lib/kernel/civil-date.ts";
import { decimalText } from "../../../lib/kernel/decimal.ts";
import { billIsRight } from "../../../lib/loading/format/row-rules.ts";

const aBill = (taxable: number, exempt: number, more: Record<string, string> = {}) => {
  const tax = Number(chile.tax.of(decimalText(taxable), day("2020-01-31")));
  const amounts = { afecto: taxable, exento: exempt, iva: tax, total: taxable + exempt + tax };
  const text = Object.entries(amounts).map(([name, amount]) => [name, String(amount)] as const);
  return {
    emision: "2020-01-31",
    desde: "2019-12-30",
    hasta: "2020-01-29",
    ...Object.fromEntries(text),
    ...more,
  };
};
const pesos = fc.integer({ min: -1e9, max: 1e9 });

test("a bill whose amounts come from one another is right, negative ones too", () => {
  fc.assert(
    fc.property(pesos, pesos, (taxable, exempt) => {
      expect(billIsRight(aBill(taxable, exempt), chile)).toBeNull();
    }),
  );
});

test("one peso more anywhere is noticed", () => {
  const amount = fc.constantFrom("afecto", "exento", "iva", "total");
  fc.assert(
    fc.property(pesos, pesos, amount, (taxable, exempt, column) => {
      const bill: Record<string, string> = aBill(taxable, exempt);
      expect(billIsRight({ ...bill, [column]: String(Number(bill[column]) + 1) }, chile)).not.toBeNull();
    }),
  );
});

test("a bill of the manual is right: 46.604 afecto, 441 exento, total 55.900", () => {
  expect(billIsRight(aBill(46_604, 441, { total: "55900" }), chile)).toBeNull();
});
