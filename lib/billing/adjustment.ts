import { Decimal } from "../kernel/decimal.ts";
import type { LineItem } from "./model.ts";

/** What a line does that is no charge for a service: it discounts, corrects or makes good. */
export type Adjustment = "subsidy" | "recalculation" | "compensation" | "credit";

const NAMED: [Adjustment, RegExp][] = [
  ["compensation", /\bcompensaci/],
  ["recalculation", /\b(re|retro)liquidaci|\brefacturaci/],
  ["subsidy", /\bsubsidio/],
];

const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * Subsidios, reliquidaciones and compensaciones as the bill names them, any other line below zero as a credit, and null
 * for a charge. A subsidy or compensation that is charged (somebody else's) is a charge.
 */
export function adjustmentOf({ description, amount }: LineItem): Adjustment | null {
  const named = NAMED.find(([, words]) => words.test(folded(description)))?.[0];
  if (named === "recalculation") return named;
  const credited = new Decimal(amount).lt(0);
  return credited ? (named ?? "credit") : null;
}
