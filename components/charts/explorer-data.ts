import { formatPeriodShort } from "@/lib/kernel/format";
import type { Period } from "@/lib/kernel/period";
import type { ChartMonth } from "./geometry";

/** One bar or group of bars: the name under it, and a value for each series; null is not known. */
export interface ExplorerRow {
  name: string;
  values: Record<string, number | null>;
  /** The values as the country writes them. */
  labels: Record<string, string>;
}

/** Years that have months, newest first. */
export const yearsOf = (months: readonly ChartMonth[]): string[] =>
  [...new Set(months.map(({ period }) => period.slice(0, 4)))].sort().reverse();

const monthName = (month: string) => formatPeriodShort(`2000-${month}` as Period).split(" ")[0] ?? "";

/** January to December, with a value for each of `years`. */
export function byYear(months: readonly ChartMonth[], years: readonly string[]): ExplorerRow[] {
  return Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0")).map((month) => {
    const row: ExplorerRow = { name: monthName(month), values: {}, labels: {} };
    for (const year of years) addTo(row, year, find(months, `${year}-${month}`));
    return row;
  });
}

/** Every month one after another, in a single series. */
export function inARow(months: readonly ChartMonth[], series: string): ExplorerRow[] {
  return months.map((month) => {
    const row: ExplorerRow = { name: formatPeriodShort(month.period), values: {}, labels: {} };
    addTo(row, series, month);
    return row;
  });
}

const find = (months: readonly ChartMonth[], period: string) =>
  months.find((month) => month.period === period);

function addTo(row: ExplorerRow, series: string, month: ChartMonth | undefined): void {
  if (!month) return;
  row.values[series] = month.value === null ? null : Number(month.value);
  row.labels[series] = month.estimated ? `${month.label} (estimada)` : month.label;
}
