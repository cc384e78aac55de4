import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAmount } from "../../../lib/accounts/amount.ts";
import { decimalText } from "../../../lib/kernel/decimal.ts";
import { formatMoney } from "../../../lib/kernel/format.ts";

describe("an amount copied from a bill", () => {
  test.each([
    ["55900", "55900"],
    ["55.900", "55900"],
    ["$ 55.900", "55900"],
    ["$\u00a055.900", "55900"],
    ["$55.900.-", "55900"],
    ["55.900,-", "55900"],
    ["55 900", "55900"],
    ["55,900", "55900"],
    ["055900", "55900"],
    ["５５９００", "55900"],
    ["＄５５．９００", "55900"],
    ["CLP 55.900", "55900"],
    ["55.900 pesos", "55900"],
    ["1.234.567", "1234567"],
    ["Bs. 1.234,50", "1234.5"],
    ["1,234.50", "1234.5"],
    ["1234,5", "1234.5"],
    ["43.21 €", "43.21"],
    ["Gs. 120.000", "120000"],
    ["55900,00", "55900"],
    ["0", "0"],
  ])("«%s» is %s", (written, value) => {
    expect(readAmount(written)).toBe(value);
  });

  test.each([
    "",
    "  ",
    "$",
    "-55900",
    "−55.900",
    "5.59.00",
    "55.90.0",
    "55..900",
    "55.900.12",
    "1.234,5678",
    "55900 o 60000",
    "5,5e4",
    "0x10",
    "٥٥٩٠٠",
    "9".repeat(16),
    "NaN",
    "∞",
  ])("«%s» is none", (written) => {
    expect(readAmount(written)).toBeNull();
  });

  test("whatever the portal prints is read back, in every way to write money", () => {
    const styles = [
      { locale: "es-CL", currency: "CLP" },
      { locale: "es-CO", currency: "COP" },
      { locale: "es-BO", currency: "BOB" },
      { locale: "es-PY", currency: "PYG" },
      { locale: "es-ES", currency: "EUR" },
    ];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), fc.constantFrom(...styles), (cents, style) => {
        const hasCents = ["BOB", "EUR"].includes(style.currency);
        const value = decimalText({ toFixed: () => (hasCents ? (cents / 100).toFixed(2) : String(cents)) });
        expect(readAmount(formatMoney(value, style))).toBe(value);
      }),
    );
  });

  test("whatever somebody types, it is an amount in plain writing or none", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (written) => {
        expect(readAmount(written) ?? "0").toMatch(/^\d+(\.\d{1,2})?$/);
      }),
    );
  });
});
