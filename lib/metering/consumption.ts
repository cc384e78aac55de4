import { Decimal, decimalText, type DecimalText } from "../kernel/decimal.ts";
import type { Period } from "../kernel/period.ts";
import type { ReadingRow, TakenReading } from "./model.ts";

/** What the register of one meter advanced; null when it fell: it went round, or a reading was put right. */
export function registerAdvance(previous: DecimalText, current: DecimalText): DecimalText | null {
  const advance = new Decimal(current).minus(previous);
  return advance.isNegative() ? null : decimalText(advance);
}

/**
 * Each reading with what was consumed since the one before it on the same meter, in the order given.
 *
 * A difference is only taken between two values of one register: what a new meter showed when it was installed, or how
 * many digits an old one has, nobody has told, so the first reading of a meter and one below the last measure nothing.
 */
export function withConsumption(readings: readonly TakenReading[]): ReadingRow[] {
  const before = previousOf(readings);
  return readings.map((reading) => {
    const { registerKwh } = reading;
    const none = { consumptionKwh: null, since: null };
    if (registerKwh === null) return { ...reading, ...none, unmeasured: "notRead" };
    const previous = before.get(reading);
    if (!previous) return { ...reading, ...none, unmeasured: "firstReading" };
    const consumptionKwh = registerAdvance(previous.registerKwh, registerKwh);
    if (consumptionKwh === null) return { ...reading, ...none, unmeasured: "registerFell" };
    return { ...reading, consumptionKwh, since: previous.period, unmeasured: null };
  });
}

/** For each reading the last one before it on its meter that has a value. */
function previousOf(readings: readonly TakenReading[]) {
  const last = new Map<string, { period: Period; registerKwh: DecimalText }>();
  const found = new Map<TakenReading, { period: Period; registerKwh: DecimalText }>();
  for (const reading of readings.toSorted((a, b) => a.period.localeCompare(b.period))) {
    const { serialNumber, period, registerKwh } = reading;
    const previous = last.get(serialNumber);
    if (previous) found.set(reading, previous);
    if (registerKwh !== null) last.set(serialNumber, { period, registerKwh });
  }
  return found;
}
