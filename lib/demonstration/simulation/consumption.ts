import { addMonths, type Period } from "../../kernel/period.ts";
import { drawn } from "../random.ts";
import { monthAt, monthsFrom, ordinalOf } from "./calendar.ts";
import type { SupplyPlan } from "./plan.ts";

/** What one bill is about: the months from one reading to the next. */
export interface Cycle {
  period: Period;
  /** In which month the cycle before closed. */
  previous: Period;
  kwh: number;
}

/** What was really consumed in a month, whether or not anybody read it. */
export function consumedIn(plan: SupplyPlan, month: Period): number {
  const known = plan.known?.[month];
  if (known !== undefined) return known;
  const usual = plan.meanKwh * (plan.season[monthAt(month)] ?? 1);
  return Math.round(usual * (0.88 + 0.24 * drawn(plan.number, month, "kwh")));
}

/** Closing months with what was consumed since the one before. */
export function consumedByCycle(plan: SupplyPlan, last: Period): Cycle[] {
  const end = plan.end && plan.end < last ? plan.end : last;
  const phase = Number(plan.number) % plan.billingMonths;
  const closings = monthsFrom(plan.start, end).filter(
    (month) => ordinalOf(month) % plan.billingMonths === phase && !plan.unread?.includes(month),
  );
  return closings.map((period) => {
    const previous = addMonths(period, -plan.billingMonths);
    const months = monthsFrom(addMonths(previous, 1), period);
    return { period, previous, kwh: months.reduce((sum, month) => sum + consumedIn(plan, month), 0) };
  });
}
