import fc from "fast-check";
import { expect, test } from "vitest";
import { Decimal, decimalText, parseDecimal, sumOf, type DecimalText } from "../../../lib/kernel/decimal.ts";

const money = fc
  .integer({ min: -1_000_000_000, max: 1_000_000_000 })
  .map((cents) => decimalText(new Decimal(cents).div(100)));

test.each([
  "1e5",
  "0x1F",
  "1.911,70",
  " 1",
  "+1",
  "1.",
  ".5",
  "-",
  "NaN",
  "Infinity",
  "1234567890123456",
  "0.1234567",
  "",
])("%j is no decimal", (text) => {
  expect(parseDecimal(text)).toBeNull();
});

test.each(["0", "-12", "1911.70", "123456789012345.123456"])("%s is kept as it is written", (text) => {
  expect(parseDecimal(text)).toBe(text);
});

test("large and small values never print in scientific notation", () => {
  expect(decimalText(new Decimal("1e21"))).toBe("1000000000000000000000");
  expect(decimalText(new Decimal("1e-7"))).toBe("0.0000001");
});

test("a tenth and two tenths are three tenths", () => {
  expect(sumOf(["0.1", "0.2"] as DecimalText[])).toBe("0.3");
  expect(sumOf([])).toBe("0");
});

test("a sum is exact, whatever the order", () => {
  fc.assert(
    fc.property(fc.array(money), (values) => {
      const cents = values.reduce((sum, value) => sum + Math.round(Number(value) * 100), 0);
      expect(sumOf(values)).toBe(decimalText(new Decimal(cents).div(100)));
      expect(sumOf([...values].reverse())).toBe(sumOf(values));
    }),
  );
});
