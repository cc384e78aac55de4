import { addMonths, type Period } from "../kernel/period.ts";
import { withConsumption } from "./consumption.ts";
import type { InstalledMeter, ReadingRow, TakenReading } from "./model.ts";
import { monthsShown } from "./window.ts";

interface Known {
  readings: readonly TakenReading[];
  meters: readonly InstalledMeter[];
  /** The newest period with a bill, so that the months are those of the history of charges. */
  billedUntil: Period | null;
  /** Months that a bill covers: in between nobody was to read the meter. */
  billingMonths: number;
}

const nothingLoaded = (period: Period): ReadingRow => ({
  period,
  serialNumber: null,
  quality: null,
  readOn: null,
  registerKwh: null,
  consumptionKwh: null,
  since: null,
  unmeasured: "notLoaded",
});

/**
 * The readings of the months shown, newest first and in a change of meter the new one first, and a row of unknowns for
 * each month in which a reading was due and none was loaded.
 */
export function readingRows({ readings, meters, billedUntil, billingMonths }: Known): ReadingRow[] {
  if (readings.length === 0) return [];
  const installed = new Map(meters.map(({ serialNumber, installedOn }) => [serialNumber, installedOn]));
  const since = ({ serialNumber }: ReadingRow) => installed.get(serialNumber ?? "") ?? "";
  const measured = withConsumption(readings).sort((a, b) => since(b).localeCompare(since(a)));
  const periods = new Set(readings.map(({ period }) => period));
  const months = monthsShown([...periods, ...(billedUntil ? [billedUntil] : [])]);
  return months.flatMap((month) => {
    if (periods.has(month)) return measured.filter(({ period }) => period === month);
    const cycle = Array.from({ length: billingMonths }, (_, ahead) => addMonths(month, ahead));
    return cycle.some((later) => periods.has(later)) ? [] : [nothingLoaded(month)];
  });
}
