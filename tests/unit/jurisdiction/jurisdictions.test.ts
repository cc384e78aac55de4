import fc from "fast-check";
import { expect, test } from "vitest";
import { jurisdictionOf } from "../../../lib/jurisdiction/jurisdictions.ts";
import { day } from "../../../lib/kernel/civil-date.ts";
import type { DecimalText } from "../../../lib/kernel/decimal.ts";

/**
 * @law cl/DL-825 art. 14
 * @law co/estatuto-tributario art. 468
 */

const pesos = (text: string) => text as DecimalText;

test.each(["bo", "cl", "co", "es", "py"] as const)(
  "the example of %s is a document and prints as written",
  (country) => {
    const { documentExample, parseDocument, formatDocument } = jurisdictionOf(country);
    const document = parseDocument(documentExample);
    expect(document).not.toBeNull();
    expect(formatDocument(document ?? "")).toBe(documentExample);
  },
);

test.each([
  ["1020304050", "1020304050"],
  ["79.000.001", "79000001"],
  ["12345", null],
  ["12345678901", null],
  ["0123456", "123456"],
  ["79000001-5", "79000001-5"],
  ["79000001-4", null],
])("document of Colombia %s → %s", (text, document) => {
  expect(jurisdictionOf("co").parseDocument(text)).toBe(document);
});

test.each([
  ["46604", "8855", "January 2020 of the manual: 8.854,76"],
  ["72478", "13771", "July 2020"],
  ["29291", "5565", "August 2020: 5.565,29"],
  ["50", "10", "9,5 is rounded up"],
  ["-50", "-10", "a credit mirrors its charge"],
  ["-1", "0", "too little to matter"],
  ["0", "0", "nothing subject to it"],
])("IVA of %s is %s (%s)", (taxable, tax) => {
  expect(jurisdictionOf("cl").tax.of(pesos(taxable), day("2020-01-31"))).toBe(tax);
});

test("the rate before the first known day is not guessed", () => {
  expect(jurisdictionOf("cl").tax.rate(day("2003-09-30"))).toBeNull();
  expect(jurisdictionOf("cl").tax.of(pesos("100"), day("2003-09-30"))).toBeNull();
  expect(jurisdictionOf("cl").tax.rate(day("2003-10-01"))).toBe("0.19");
});

test.each(["bo", "es", "py"] as const)("no rate is guessed for %s", (country) => {
  expect(jurisdictionOf(country).tax.rate(day("2026-01-31"))).toBeNull();
  expect(jurisdictionOf(country).tax.of(pesos("100"), day("2026-01-31"))).toBeNull();
});

test("IVA is a whole number of pesos within half a peso of 19 %", () => {
  const amount = fc.integer({ min: -1e12, max: 1e12 });
  fc.assert(
    fc.property(amount, (taxable) => {
      const tax = Number(jurisdictionOf("cl").tax.of(pesos(String(taxable)), day("2020-01-31")));
      expect(Number.isInteger(tax)).toBe(true);
      expect(Math.abs(tax * 100 - taxable * 19)).toBeLessThanOrEqual(50);
    }),
  );
});
