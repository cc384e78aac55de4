import { describe, expect, test } from "vitest";
import { invoiceSheet, type Invoice } from "@/components/pdf/invoice-sheet";
import type { SheetStyle } from "@/components/pdf/sheets";
import type { HistoryRow } from "@/lib/billing/model.ts";
import { CLAUSE_14, letterOf } from "@/lib/jurisdiction/co/invoice.ts";
import { colombia } from "@/lib/jurisdiction/co/colombia.ts";
import { day } from "@/lib/kernel/civil-date.ts";
import type { DecimalText } from "@/lib/kernel/decimal.ts";
import { addMonths, period } from "@/lib/kernel/period.ts";

/** @law co/ley-142 art. 148 */

const money = (amount: number | string) => String(amount) as DecimalText;
const line = (at: number, description: string, amount: number, more: object = {}) => ({
  line: at,
  description,
  quantity: null,
  unit: null,
  unitPrice: null,
  amount: money(amount),
  taxable: false,
  ...more,
});
const STYLE: SheetStyle = {
  company: { name: "Electrificadora de Prueba S.A. E.S.P.", contact: "a@b.example" },
  numbers: { locale: "es-CO", currency: "COP" },
  tax: colombia.tax,
  words: colombia.words,
};
const OCTOBER = period("2026-10");
const usagePoint = { number: "500100", address: "Calle 1", comuna: "Ciénaga", region: "Magdalena" };

const BILL: Invoice["bill"] = {
  document: "F-1",
  folio: null,
  dte: null,
  settlement: null,
  payments: [],
  issuedOn: day("2026-11-02"),
  dueOn: day("2026-11-20"),
  servedFrom: day("2026-10-01"),
  servedTo: day("2026-10-31"),
  consumptionKwh: money(180),
  lineItems: [
    line(1, "Energía consumida", 144_000, { quantity: money(180), unit: "kWh", unitPrice: money("800.5") }),
    line(2, "Subsidio", -40_000),
    line(3, "Contribución de solidaridad", 7_000),
    line(4, "Interés de mora", 1_200),
    line(5, "Reconexión del servicio", 30_000),
    line(6, "Alumbrado público", 9_000),
  ],
  taxableAmount: money(0),
  exemptAmount: money(151_200),
  netAmount: money(151_200),
  taxAmount: money(0),
  totalAmount: money(151_200),
};

const row = (back: number): HistoryRow => ({
  period: addMonths(OCTOBER, -back),
  document: `F-${back}`,
  consumptionKwh: back === 2 ? null : money(100 + back),
  quality: null,
  netAmount: money(1),
  totalAmount: money(50_000),
  dueOn: null,
  settlement: { state: "overdue", owedAmount: money(50_000), paidOn: null },
  dte: null,
});

const invoice = (changes: Partial<Invoice> = {}): Invoice => ({
  bill: BILL,
  charges: {
    usagePoint,
    period: OCTOBER,
    bills: [BILL],
    readings: [
      {
        serialNumber: "M1",
        current: { registerKwh: money(1180), readOn: day("2026-10-31"), quality: "actual" },
        previous: { registerKwh: money(1000), readOn: day("2026-09-30"), quality: "actual" },
      },
    ],
  },
  supply: {
    ...usagePoint,
    holder: { identityNumber: "1", name: "Ana Prueba", email: null, phone: null },
    pricingStructure: "Estrato 2",
    billingMonths: 1,
    serviceCapacityKva: null,
    transformerName: null,
    transformerId: null,
    transformerRatedKva: null,
    voltageLevel: null,
    meterSerialNumber: "M1",
  },
  companyIdentity: "998.500.100-5",
  history: [1, 2, 3, 4, 5, 6, 7, 8].map(row),
  owed: [row(1), row(3)],
  ...changes,
});

/** What the sheet says under each term, tables as text. */
function termsOf(given: Invoice): Map<string, string> {
  const entries = invoiceSheet(STYLE, given).blocks.flatMap((block): [string, string][] => {
    if (block.kind === "facts") return block.facts.map(({ term, value }) => [term, value]);
    return block.kind === "table"
      ? [[block.title, block.rows.map((cells) => cells.join(" ")).join("; ")]]
      : [];
  });
  return new Map(entries.map(([term, value]) => [term, value.replaceAll("\u00a0", " ")]));
}

test("every letter of clause 14 is on the invoice, each once", () => {
  expect([...termsOf(invoice()).keys()].sort()).toEqual(Object.values(CLAUSE_14).sort());
});

describe("clause 14", () => {
  const terms = termsOf(invoice());
  test.each<[keyof typeof CLAUSE_14, string | RegExp]>([
    ["a", "Electrificadora de Prueba S.A. E.S.P., NIT 998.500.100-5"],
    ["b", "Ana Prueba. Calle 1, Ciénaga, Magdalena"],
    ["c", "Estrato 2"],
    ["d", /^1 de octubre de 2026 a 31 de octubre de 2026: 180 kWh, \$ 151\.200$/],
    ["e", /^1\.000 kWh, 30 de septiembre/],
    ["f", /^1\.180 kWh, 31 de octubre/],
    ["g", "El medidor fue leído"],
    ["h", "Pago oportuno: 20 de noviembre de 2026. Suspensión: S/I. Total: $ 151.200"],
    [
      "i",
      /^Septiembre 2026 101; Agosto 2026 S\/I; Julio 2026 103; Junio 2026 104; Mayo 2026 105; Abril 2026 106$/,
    ],
    ["j", /^Energía consumida 180 kWh × \$ 800,5 144\.000; Subsidio {2}.40\.000; .*Total {2}151\.200$/],
    ["k", "$ 100.000 en 2 facturas"],
    ["l", "Interés de mora: $ 1.200. Tasa: S/I"],
    ["m", /^Subsidio: \$ .40\.000\. Base: S\/I$/],
    ["n", "Contribución de solidaridad: $ 7.000. Porcentaje: S/I"],
    ["p", "Reconexión del servicio: $ 30.000"],
    ["q", "2 cargos, en la tabla"],
    ["r", "S/I"],
    ["s", "$ 800,5 por kWh"],
  ])("%s", (letter, expected) => {
    if (typeof expected === "string") expect(terms.get(CLAUSE_14[letter])).toBe(expected);
    else expect(terms.get(CLAUSE_14[letter])).toMatch(expected);
  });
});

test("a supply that is billed for longer repeats three periods", () => {
  const { supply } = invoice();
  const terms = termsOf(invoice({ supply: { ...supply, billingMonths: 2 } }));
  expect(terms.get(CLAUSE_14.i)?.split("; ")).toHaveLength(3);
});

test("what is not there is said, and what is not known is S/I", () => {
  const terms = termsOf(
    invoice({
      bill: { ...BILL, lineItems: [], consumptionKwh: null, dueOn: null },
      charges: { usagePoint, period: OCTOBER, bills: [BILL], readings: [] },
      owed: [],
    }),
  );
  expect(terms.get(CLAUSE_14.k)).toBe("Ninguna");
  expect(terms.get(CLAUSE_14.m)).toBe("Ninguno en esta factura. Base: S/I");
  expect(terms.get(CLAUSE_14.f)).toBe("S/I");
  expect(terms.get(CLAUSE_14.g)).toBe("S/I, sin lectura");
  expect(terms.get(CLAUSE_14.s)).toBe("S/I");
});

test.each([
  ["Subsidio por consumo de subsistencia", "m"],
  ["CONTRIBUCIÓN", "n"],
  ["Intereses", "l"],
  ["Recargo por mora", "l"],
  ["Reinstalación", "p"],
  ["Alumbrado público", null],
])("«%s» stands under %s", (description, letter) => {
  expect(letterOf(description)).toBe(letter);
});
