import { day, type CivilDate } from "../../kernel/civil-date.ts";
import { addMonths, type Period } from "../../kernel/period.ts";
import { drawn } from "../random.ts";
import { dayOf, later } from "./calendar.ts";
import type { Cycle } from "./consumption.ts";
import type { Holder, SupplyPlan } from "./plan.ts";

export interface Agreement {
  holder: Holder;
  from: CivilDate;
  to: CivilDate | null;
}

const ODDS = { holder: 0.0035, tariff: 0.02 };

/** Contracts that began before the simulation did, in some year of these. */
const FIRST_YEARS = { from: 2004, count: 14 };

const firstDay = (plan: SupplyPlan) => {
  if (plan.calm) return dayOf(addMonths(plan.start, -1), plan.readDay);
  const year = FIRST_YEARS.from + Math.floor(FIRST_YEARS.count * drawn(plan.number, "since"));
  return day(`${year}-0${1 + Math.floor(9 * drawn(plan.number, "month"))}-11`);
};

const happens = (plan: SupplyPlan, period: Period, what: keyof typeof ODDS) =>
  !plan.calm && drawn(plan.number, period, what) < ODDS[what];

/** Who held the supply when. Whoever leaves does so on the day of a reading, so that no bill is of two people. */
export function agreementsOf(plan: SupplyPlan, cycles: readonly Cycle[]): Agreement[] {
  const agreements: Agreement[] = [{ holder: plan.holder(0), from: firstDay(plan), to: null }];
  for (const { period } of cycles.filter((cycle) => happens(plan, cycle.period, "holder"))) {
    const leaving = agreements.at(-1);
    const last = dayOf(period, plan.readDay);
    if (leaving) leaving.to = last;
    agreements.push({ holder: plan.holder(agreements.length), from: later(last, 1), to: null });
  }
  return agreements;
}

/** The tariff of each cycle, in their order; a change counts from the cycle after. */
export function tariffsOf(plan: SupplyPlan, cycles: readonly Cycle[]): string[] {
  let turn = 0;
  return cycles.map(({ period }) => {
    const inForce = plan.tariffs[turn % plan.tariffs.length] ?? plan.tariffs[0];
    if (plan.tariffs.length > 1 && happens(plan, period, "tariff")) turn += 1;
    return inForce;
  });
}
