import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "../../../lib/kernel/civil-date.ts";
import { decimalText, type DecimalText } from "../../../lib/kernel/decimal.ts";
import {
  formatAmount,
  formatDate,
  formatDateWithWeekday,
  formatMoney,
  formatNumber,
  formatPeriod,
  formatPeriodLabel,
  formatPeriodShort,
} from "../../../lib/kernel/format.ts";
import { period } from "../../../lib/kernel/period.ts";

const CHILE = { locale: "es-CL", currency: "CLP" };
const BOLIVIA = { locale: "es-BO", currency: "BOB" };
const decimal = (text: string) => text as DecimalText;

test.each([
  ["47045", "$\u00a047.045", "January 2020 of the manual, net"],
  ["55900", "$\u00a055.900", "with IVA"],
  ["1000", "$\u00a01.000", "four digits are grouped, too"],
  ["0", "$\u00a00", "a loaded zero is zero"],
  ["-12500", "$\u00a0−12.500", "a real minus sign"],
])("%s pesos → %s (%s)", (value, text) => {
  expect(formatMoney(decimal(value), CHILE)).toBe(text);
});

test("a currency with cents keeps them", () => {
  expect(formatAmount(decimal("47045.5"), BOLIVIA)).toBe("47.045,50");
});

test.each([
  ["1911.70", undefined, "1.911,7"],
  ["1911.7", 2, "1.911,70"],
  ["-12", undefined, "−12"],
  ["123456789012345.123456", undefined, "123.456.789.012.345,123456"],
  ["0.5", 0, "1"],
])("%s with %s decimals → %s", (value, fraction, text) => {
  expect(formatNumber(decimal(value), CHILE, fraction)).toBe(text);
});

test("what is not known is S/I, never zero", () => {
  expect(formatNumber(null, CHILE)).toBe("S/I");
  expect(formatAmount(null, CHILE)).toBe("S/I");
  expect(formatMoney(null, CHILE)).toBe("S/I");
});

test("dates and periods read as people say them", () => {
  expect(formatPeriod(period("2020-01"))).toBe("enero de 2020");
  expect(formatPeriodLabel(period("2020-01"))).toBe("Enero 2020");
  expect(formatPeriodShort(period("2020-01"))).toBe("ene 2020");
  expect(formatPeriodShort(period("2020-09"))).toBe("sept 2020");
  expect(formatDate(day("2020-02-05"))).toBe("5 de febrero de 2020");
  expect(formatDateWithWeekday(day("2020-02-28"))).toBe("viernes 28 de febrero de 2020");
});

test("a printed number reads back as what it was", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (thousandths) => {
      const value = decimalText(thousandths / 1000);
      const printed = formatNumber(value, CHILE);
      expect(decimalText(Number(printed.replaceAll(".", "").replace(",", ".").replace("−", "-")))).toBe(
        value,
      );
    }),
  );
});
