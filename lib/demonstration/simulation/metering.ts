import type { CivilDate } from "../../kernel/civil-date.ts";
import { addMonths, type Period } from "../../kernel/period.ts";
import { drawn } from "../random.ts";
import { dayOf, monthsFrom } from "./calendar.ts";
import { consumedByCycle, consumedIn, type Cycle } from "./consumption.ts";
import type { SupplyPlan } from "./plan.ts";

export interface Meter {
  serial: string;
  installedOn: CivilDate;
  removedOn: CivilDate | null;
}

export interface Reading {
  serial: string;
  period: Period;
  kind: "real" | "estimada" | "sin_lectura";
  readOn: CivilDate | null;
  kwh: number | null;
}

export interface Metering {
  meters: Meter[];
  readings: Reading[];
  cycles: Cycle[];
}

const ODDS = { meterChange: 0.008, estimated: 0.04, missing: 0.055 };
/** Days before the usual reading on which a meter is changed. */
const CHANGED_BEFORE = 5;
/** What the old meter counted of such a cycle. */
const BEFORE_CHANGE = 0.8;
/** Provisional consumption is the mean of so many bills. */
const BILLS_AVERAGED = 6;

function kindOf(plan: SupplyPlan, month: Period): Reading["kind"] {
  if (plan.calm) return "real";
  const luck = drawn(plan.number, month, "reading");
  return luck < ODDS.estimated ? "estimada" : luck < ODDS.missing ? "sin_lectura" : "real";
}

/** The meter at work and what it shows, cycle after cycle. */
class MeterRoom {
  readonly meters: Meter[] = [];
  readonly #plan: SupplyPlan;
  #shows: number;

  constructor(plan: SupplyPlan, shows: number) {
    this.#plan = plan;
    this.#shows = shows;
    this.#install(dayOf(addMonths(plan.start, -1), plan.readDay));
  }

  #install(installedOn: CivilDate) {
    const serial = String(
      5_000_000 + ((Number(this.#plan.number) * 37 + this.meters.length * 611_953) % 4_000_000),
    );
    this.meters.push({ serial, installedOn, removedOn: null });
  }

  get #current(): Meter {
    const meter = this.meters.at(-1);
    if (!meter) throw new Error("no meter");
    return meter;
  }

  read(period: Period, kind: Reading["kind"], kwh: number): Reading {
    this.#shows += kwh;
    const known = kind !== "sin_lectura";
    return {
      serial: this.#current.serial,
      period,
      kind,
      readOn: known ? dayOf(period, this.#plan.readDay) : null,
      kwh: known ? this.#shows : null,
    };
  }

  /** The old meter is read and taken away; the new one begins at zero. */
  change(period: Period, kwhUntilThen: number): Reading {
    const removedOn = dayOf(period, this.#plan.readDay - CHANGED_BEFORE);
    const last = { ...this.read(period, "real", kwhUntilThen), readOn: removedOn };
    this.#current.removedOn = removedOn;
    this.#shows = 0;
    this.#install(removedOn);
    return last;
  }
}

/** What the register showed before the first month. */
function openingRegister(plan: SupplyPlan): number {
  if (!plan.register) return Math.round(plan.meanKwh * (6 + 60 * drawn(plan.number, "register")));
  const until = consumedByCycle(plan, plan.register.period);
  return plan.register.kwh - until.reduce((sum, { kwh }) => sum + kwh, 0);
}

/**
 * Meters, readings and billed consumption up to `last`. An estimated cycle is billed at the mean of the six before; the
 * next reading puts it right, so that what is billed adds up to what the meter counted.
 */
export function meteringOf(plan: SupplyPlan, last: Period): Metering {
  const room = new MeterRoom(plan, openingRegister(plan));
  const readings: Reading[] = [];
  const cycles: Cycle[] = [];
  let unbilled = 0;
  for (const consumed of consumedByCycle(plan, last)) {
    const { period } = consumed;
    unbilled += consumed.kwh;
    const kind = kindOf(plan, period);
    const kwh = kind === "real" ? unbilled : provisional(plan, cycles, { ...consumed, kwh: unbilled });
    const before = kind === "real" && meterChanges(plan, period) ? Math.round(kwh * BEFORE_CHANGE) : null;
    if (before !== null) readings.push(room.change(period, before));
    readings.push(room.read(period, kind, kwh - (before ?? 0)));
    unbilled -= kwh;
    cycles.push({ ...consumed, kwh });
  }
  return { meters: room.meters, readings, cycles };
}

const meterChanges = (plan: SupplyPlan, period: Period) =>
  !plan.calm && drawn(plan.number, period, "meter") < ODDS.meterChange;

/** The mean of the bills before, but never more than what the next reading can put right. */
function provisional(plan: SupplyPlan, before: readonly Cycle[], { period, kwh: unbilled }: Cycle): number {
  const latest = before.slice(-BILLS_AVERAGED);
  const mean = latest.length ? latest.reduce((sum, { kwh }) => sum + kwh, 0) / latest.length : unbilled;
  const next = monthsFrom(addMonths(period, 1), addMonths(period, plan.billingMonths));
  const toCome = next.reduce((sum, month) => sum + consumedIn(plan, month), 0);
  return Math.max(0, Math.min(Math.round(mean), unbilled + toCome));
}
