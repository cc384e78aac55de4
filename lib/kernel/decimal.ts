import { Decimal } from "decimal.js";

/** Exact arithmetic for money and energy; view models and JSON carry `DecimalText` instead. */
export { Decimal };

/** A decimal number in plain notation ("-1911.70"): exact, serialisable, never a float. */
export type DecimalText = string & { readonly __brand: "DecimalText" };

const PLAIN = /^-?\d{1,15}(\.\d{1,6})?$/;

/** `text` as a decimal, or null when it is not plain notation of at most 15 whole and 6 fractional digits. */
export function parseDecimal(text: string): DecimalText | null {
  return PLAIN.test(text) ? (text as DecimalText) : null;
}

/** Anything that prints itself as a decimal (a `Decimal`, a driver's numeric), in plain notation. */
export function decimalText(value: { toFixed(): string } | number): DecimalText {
  return new Decimal(typeof value === "number" ? value : value.toFixed()).toFixed() as DecimalText;
}

export const decimalTextOrNull = (value: { toFixed(): string } | null) => value && decimalText(value);

/** The exact sum of `values`; "0" for none. */
export function sumOf(values: readonly DecimalText[]): DecimalText {
  return decimalText(values.reduce((sum, value) => sum.plus(value), new Decimal(0)));
}

/** `text`, a number of at most two decimals, times a hundred: for the millions of amounts that a load adds up. */
export function inHundredths(text: string): bigint {
  const point = text.indexOf(".");
  if (point === -1) return BigInt(`${text}00`);
  return BigInt(text.slice(0, point) + text.slice(point + 1).padEnd(2, "0"));
}
