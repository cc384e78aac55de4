import type { ChartMonth } from "@/components/charts/geometry";
import type { HistoryRow } from "@/lib/billing/model";
import { sumOf, type DecimalText } from "@/lib/kernel/decimal";
import { formatNumber, type NumberStyle } from "@/lib/kernel/format";

/** A history as the months of a chart, oldest first; a period billed twice is one bar. */
export function chartMonths(
  rows: readonly HistoryRow[],
  figure: (row: HistoryRow) => DecimalText | null,
  style: NumberStyle,
): ChartMonth[] {
  const periods = [...new Set(rows.map((row) => row.period))].sort();
  return periods.map((period) => {
    const own = rows.filter((row) => row.period === period);
    const values = own.map(figure).filter((value) => value !== null);
    const value = values.length > 0 ? sumOf(values) : null;
    const estimated = own.some((row) => row.quality === "estimated");
    return { period, value, label: formatNumber(value, style), ...(estimated && { estimated }) };
  });
}
