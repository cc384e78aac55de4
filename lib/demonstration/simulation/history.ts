import { addMonths, type Period } from "../../kernel/period.ts";
import { billsOf, type Billing } from "./billing.ts";
import type { Bill } from "./bill.ts";
import { lastDayOf } from "./calendar.ts";
import { agreementsOf, tariffsOf, type Agreement } from "./holding.ts";
import { meteringOf, type Meter, type Reading } from "./metering.ts";
import { paymentsOf, type Payment } from "./payments.ts";
import type { SupplyPlan } from "./plan.ts";

/** Months that a package goes back. */
const MONTHS_TOLD = 36;

/** What the company's system knows of a supply when `last` has closed. */
export interface SupplyHistory {
  plan: SupplyPlan;
  /** In force now. */
  tariff: string;
  agreements: Agreement[];
  meters: Meter[];
  readings: Reading[];
  bills: Bill[];
  payments: Payment[];
}

/**
 * The history of a supply until the end of `last`. What it says of a month is the same whichever month is the last:
 * later ones only add to it.
 */
export function historyOf(plan: SupplyPlan, last: Period, billing: Billing): SupplyHistory {
  const end = plan.end && plan.end < last ? plan.end : last;
  const oldest = addMonths(end, 1 - MONTHS_TOLD);
  const { meters, readings, cycles } = meteringOf(plan, last);
  const agreements = agreementsOf(plan, cycles);
  const tariffs = tariffsOf(plan, cycles);
  const bills = cycles.flatMap((cycle, at) => {
    if (cycle.period < oldest) return [];
    const tariff = tariffs[at] ?? plan.tariffs[0];
    const { isBusiness } = holderIn(agreements, cycle.period, plan);
    return billsOf(cycle, { plan, tariff, isBusiness, before: cycles[at - 1] }, billing);
  });
  const replaced = new Set(bills.map(({ replaces }) => replaces));
  return {
    plan,
    tariff: tariffs.at(-1) ?? plan.tariffs[0],
    agreements,
    meters,
    readings: [
      ...readings.filter(({ period }) => period >= oldest),
      ...(plan.unread ?? []).map((month) => unread(month as Period, meters)),
    ],
    bills,
    payments: bills
      .filter(({ document }) => !replaced.has(document))
      .flatMap((bill) => paymentsOf(plan, bill, lastDayOf(last))),
  };
}

/** Who the bill of a period is made out to: whoever held the supply when it was read. */
export function holderIn(agreements: readonly Agreement[], period: Period, plan: SupplyPlan) {
  const read = `${period}-${String(plan.readDay).padStart(2, "0")}`;
  const agreement = agreements.find(({ to }) => to === null || to >= read);
  return (agreement ?? { holder: plan.holder(0) }).holder;
}

function unread(period: Period, meters: readonly Meter[]): Reading {
  return { serial: meters.at(-1)?.serial ?? "", period, kind: "sin_lectura", readOn: null, kwh: null };
}
