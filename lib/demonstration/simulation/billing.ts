import type { Jurisdiction } from "../../jurisdiction/jurisdiction.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import { addMonths, type Period } from "../../kernel/period.ts";
import { drawn } from "../random.ts";
import { billed, type Bill, type BillFacts, type Charge } from "./bill.ts";
import { dayOf, later } from "./calendar.ts";
import type { Cycle } from "./consumption.ts";
import { paidLate } from "./payments.ts";
import type { SupplyPlan } from "./plan.ts";

/** A cycle as the charges see it. */
export interface BillableCycle extends Cycle {
  plan: SupplyPlan;
  tariff: string;
  /** The bill before was paid after its day, or not yet. */
  isLate: boolean;
  /** What the cycle before consumed. */
  kwhBefore: number;
  /** A number from 0 up to 1 that belongs to this supply, this period and the word. */
  luck: (word: string) => number;
}

/** How a company bills: its charges, the kind and the folio of its tax documents. */
export interface Billing {
  jurisdiction: Jurisdiction;
  charges: (cycle: BillableCycle) => Charge[];
  /** Null where the country has no such document. `copy`: 0 for the bill, 1 for what replaces it, 2 for a duplicate. */
  taxDocument: (
    plan: SupplyPlan,
    isBusiness: boolean,
    at: { period: Period; copy: 0 | 1 | 2 },
  ) => { tipoDte: number; folio: number } | null;
}

const ODDS = { replaced: 0.006, cancelled: 0.004 };
/** A bill that is to be replaced was made with so much too high a reading. */
const MISREAD = 1.4;
const DAYS_TO_REPLACE = 2;

interface Circumstances {
  plan: SupplyPlan;
  tariff: string;
  isBusiness: boolean;
  before: Cycle | undefined;
}

export const issueDay = (plan: SupplyPlan, period: Period): CivilDate => dayOf(period, plan.issueDay);
const dueDay = (plan: SupplyPlan, period: Period): CivilDate => dayOf(addMonths(period, 1), plan.issueDay);

/** The bills of a cycle: one, or one that was wrong and the one that replaces it, or one and its cancelled duplicate. */
export function billsOf(cycle: Cycle, around: Circumstances, billing: Billing): Bill[] {
  const { plan } = around;
  const { period } = cycle;
  const bill = (kwh: number, copy: 0 | 1 | 2, facts: Partial<BillFacts> = {}) =>
    billed({ ...factsOf({ ...cycle, kwh }, around, billing, copy), ...facts }, billing.jurisdiction);
  const luck = plan.calm ? 1 : drawn(plan.number, period, "again");
  if (luck < ODDS.replaced) {
    const wrong = bill(Math.round(cycle.kwh * MISREAD), 0);
    const issuedOn = later(wrong.issuedOn, DAYS_TO_REPLACE);
    return [wrong, bill(cycle.kwh, 1, { issuedOn, replaces: wrong.document })];
  }
  const right = bill(cycle.kwh, 0);
  if (luck > ODDS.replaced + ODDS.cancelled) return [right];
  return [right, bill(cycle.kwh, 2, { cancelledOn: later(right.issuedOn, 1) })];
}

const SUFFIXES = ["", "R", "D"] as const;

function factsOf(cycle: Cycle, around: Circumstances, billing: Billing, copy: 0 | 1 | 2): BillFacts {
  const { plan, tariff, before, isBusiness } = around;
  const { period, previous, kwh } = cycle;
  const isKnown = plan.taxDocuments?.includes(period) ?? true;
  const document = isKnown ? billing.taxDocument(plan, isBusiness, { period, copy }) : null;
  return {
    supply: plan.number,
    period,
    document: `B${period.replace("-", "")}${SUFFIXES[copy]}`,
    tipoDte: document?.tipoDte ?? null,
    folio: document?.folio ?? null,
    issuedOn: issueDay(plan, period),
    dueOn: dueDay(plan, period),
    from: later(dayOf(previous, plan.readDay), 1),
    to: dayOf(period, plan.readDay),
    kwh,
    charges: billing.charges({
      ...cycle,
      plan,
      tariff,
      isLate: paidLate(plan, previous),
      kwhBefore: before?.kwh ?? 0,
      luck: (word) => drawn(plan.number, period, word),
    }),
    cancelledOn: null,
    replaces: null,
  };
}
