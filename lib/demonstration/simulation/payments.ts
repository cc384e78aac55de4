import type { CivilDate } from "../../kernel/civil-date.ts";
import { Decimal, decimalText, type DecimalText } from "../../kernel/decimal.ts";
import { addMonths, type Period } from "../../kernel/period.ts";
import { drawn, pick } from "../random.ts";
import type { Bill } from "./bill.ts";
import { dayOf, daysUntil, later } from "./calendar.ts";
import type { Payer, SupplyPlan } from "./plan.ts";

export interface Payment {
  supply: string;
  number: string;
  paidOn: CivilDate;
  amount: DecimalText;
  document: string | null;
  method: string;
}

/** Days from issue to payment: at least, and up to so many more. */
const DELAYS: Record<Payer, { least: number; spread: number }> = {
  prompt: { least: 2, spread: 20 },
  usual: { least: 6, spread: 32 },
  late: { least: 24, spread: 40 },
  // Whenever it is looked at, one bill is owed and the one before is overdue.
  "always overdue": { least: 50, spread: 0 },
  "in arrears": { least: 75, spread: 70 },
};
const ODDS = { neverPaid: 0.003, reversed: 0.01, twoParts: 0.04, onAccount: 0.06 };
const METHODS = ["Caja", "Transferencia", "Portal de pagos", "Cargo automático", "Recaudador rural"];
const DAYS_TO_REVERSE = 3;
const DAYS_TO_PAY_AGAIN = 6;
const DAYS_BETWEEN_PARTS = 12;

const delayOf = (plan: SupplyPlan, period: Period) => {
  const { least, spread } = DELAYS[plan.payer];
  return least + Math.floor(spread * drawn(plan.number, period, "delay"));
};

/** Whether the bill of `period` was paid after its day. */
export function paidLate(plan: SupplyPlan, period: Period): boolean {
  const issuedOn = dayOf(period, plan.issueDay);
  return delayOf(plan, period) > daysUntil(issuedOn, dayOf(addMonths(period, 1), plan.issueDay));
}

/** What was paid for a bill until the day `until`: at once, in two parts, or twice because the first was taken back. */
export function paymentsOf(plan: SupplyPlan, bill: Bill, until: CivilDate): Payment[] {
  const luck = (word: string) => (plan.calm ? 1 : drawn(plan.number, bill.document, word));
  const total = new Decimal(bill.total);
  if (luck("paid") < ODDS.neverPaid || total.lte(0) || bill.cancelledOn) return [];
  const paidOn = later(bill.issuedOn, delayOf(plan, bill.period));
  const method = pick(METHODS, plan.number, "method");
  const payment = (at: number, days: number, amount: Decimal, how = method): Payment => ({
    supply: plan.number,
    number: `P${bill.document}-${at}`,
    paidOn: later(paidOn, days),
    amount: decimalText(amount),
    document: luck("account") < ODDS.onAccount ? null : bill.document,
    method: how,
  });
  const half = total.div(2).floor();
  const all =
    luck("reversed") < ODDS.reversed
      ? [
          payment(1, 0, total),
          payment(2, DAYS_TO_REVERSE, total.neg(), "Reverso: cheque sin fondos"),
          payment(3, DAYS_TO_PAY_AGAIN, total),
        ]
      : luck("parts") < ODDS.twoParts
        ? [payment(1, 0, half), payment(2, DAYS_BETWEEN_PARTS, total.minus(half))]
        : [payment(1, 0, total)];
  return all.filter((made) => made.paidOn <= until);
}
