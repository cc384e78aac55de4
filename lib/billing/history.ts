import { day, type CivilDate } from "../kernel/civil-date.ts";
import { Decimal, decimalText, sumOf, type DecimalText } from "../kernel/decimal.ts";
import { addMonths, monthsBetween, type Period } from "../kernel/period.ts";
import type { ReadingQuality } from "../metering/model.ts";
import { monthsShown } from "../metering/window.ts";
import type { HistoryRow } from "./model.ts";

export type BilledMonth = HistoryRow & { document: string; servedFrom: CivilDate; servedTo: CivilDate };

/** A supply billed every two months has no bill of its own for a month whose middle another bill covers. */
function coveredBy(bills: readonly BilledMonth[], month: Period): boolean {
  const middle = day(`${month}-15`);
  return bills.some((bill) => bill.servedFrom <= middle && middle <= bill.servedTo);
}

const UNKNOWN_MONTH = {
  document: null,
  consumptionKwh: null,
  netAmount: null,
  totalAmount: null,
  dueOn: null,
  settlement: null,
  dte: null,
};

/**
 * The rows of a history: every bill of the months shown, and a row of unknowns for each month without one, newest
 * first. A month is known by a bill, a reading or an explicit "no reading".
 */
export function historyRows(
  bills: readonly BilledMonth[],
  readings: ReadonlyMap<Period, ReadingQuality>,
): HistoryRow[] {
  return monthsShown([...bills.map((bill) => bill.period), ...readings.keys()]).flatMap(
    (month): HistoryRow[] => {
      const billed = bills.filter((bill) => bill.period === month);
      const quality = readings.get(month) ?? null;
      if (billed.length > 0)
        return billed.map(({ servedFrom: _from, servedTo: _to, ...row }) => ({ ...row, quality }));
      if (coveredBy(bills, month)) return [];
      return [{ ...UNKNOWN_MONTH, period: month, quality }];
    },
  );
}

/** What a period used and cost, over all its bills; null where any part is unknown. */
function ofPeriod(rows: readonly HistoryRow[], month: Period): DecimalText | null {
  const values = rows.filter((row) => row.period === month).map((row) => row.consumptionKwh);
  return values.length > 0 && values.every((value) => value !== null) ? sumOf(values) : null;
}

export interface YearComparison {
  from: Period;
  to: Period;
  consumptionKwh: DecimalText;
  /** The same months a year before. */
  previousKwh: DecimalText;
  /** Rounded to whole percent; negative when less was used. */
  changePercent: number;
}

/** The months of the newest year that has any consumption against the same months before; null unless all are known. */
export function compareYears(rows: readonly HistoryRow[]): YearComparison | null {
  const known = rows.filter((row) => row.consumptionKwh !== null).map((row) => row.period);
  const to = known[0];
  if (!to) return null;
  const months = [...new Set(known.filter((month) => month.slice(0, 4) === to.slice(0, 4)))].sort();
  const now = months.map((month) => ofPeriod(rows, month));
  const before = months.map((month) => ofPeriod(rows, addMonths(month, -12)));
  const from = months[0];
  if (!from || months.length !== monthsBetween(from, to) + 1) return null;
  if (now.includes(null) || before.includes(null)) return null;
  const consumptionKwh = sumOf(now as DecimalText[]);
  const previousKwh = sumOf(before as DecimalText[]);
  const previous = new Decimal(previousKwh);
  if (previous.isZero()) return null;
  const change = new Decimal(consumptionKwh).minus(previous).div(previous).times(100);
  return { from, to, consumptionKwh, previousKwh, changePercent: Number(decimalText(change.round())) };
}

export interface MonthComparison {
  period: Period;
  consumptionKwh: DecimalText;
  /** The same month a year before; null where it is not known. */
  previousKwh: DecimalText | null;
}

/** The newest month that has a consumption, against the same month a year before; null where no month has one. */
export function compareMonth(rows: readonly HistoryRow[]): MonthComparison | null {
  const newest = rows.find((row) => row.consumptionKwh !== null)?.period;
  const consumptionKwh = newest ? ofPeriod(rows, newest) : null;
  if (!newest || consumptionKwh === null) return null;
  return { period: newest, consumptionKwh, previousKwh: ofPeriod(rows, addMonths(newest, -12)) };
}

/** Months of which nothing is known, oldest first. */
export const unknownPeriods = (rows: readonly HistoryRow[]) =>
  rows
    .filter((row) => row.document === null && row.consumptionKwh === null)
    .map((row) => row.period)
    .reverse();

/** The newest row that has a bill, or undefined. */
export const lastBill = (rows: readonly HistoryRow[]) => rows.find((row) => row.document !== null);
