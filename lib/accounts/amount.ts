import { Decimal, parseDecimal, type DecimalText } from "../kernel/decimal.ts";

/** "$", "CLP", "Bs.", "Gs", "€" before a number, and what some write after it: "55.900.-", "55.900 pesos". */
const BEFORE = /^(?:[a-z]{1,3}\.?)?\p{Sc}?/u;
const AFTER = /(?:[.,]?[-–—]|\p{Sc}|[a-z]{2,12}\.?)$/u;

/** Groups of three, all with one separator, and then perhaps decimals with the other. */
const GROUPED = /^(\d{1,3})(?:([.,'’])(\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](\d{1,2}))?$/;
const PLAIN = /^(\d{1,15})(?:[.,](\d{1,2}))?$/;

/**
 * The amount that somebody copied from a bill, however they wrote it: "$ 55.900", "55900", "55,900.00", "５５９００". Null when
 * it is no amount; nothing is rounded, and three digits after a point or comma are always thousands, for no currency here
 * has as many decimals.
 */
export function readAmount(written: string): DecimalText | null {
  const text = written.normalize("NFKC").toLowerCase().replace(/\s/gu, "");
  const bare = text.replace(BEFORE, "").replace(AFTER, "");
  const match = GROUPED.exec(bare) ?? PLAIN.exec(bare);
  if (!match) return null;
  const decimals = match.at(-1);
  const whole = bare.slice(0, decimals === undefined ? undefined : -decimals.length - 1).replace(/\D/g, "");
  const plain = parseDecimal(decimals === undefined ? whole : `${whole}.${decimals}`);
  return plain && (new Decimal(plain).toFixed() as DecimalText);
}
