import type { DecimalText } from "@/lib/kernel/decimal";
import { formatNumber, type NumberStyle } from "@/lib/kernel/format";
import { extreme, scaleOf, windowsOfTwelve, type ChartMonth } from "./geometry";
import { BASELINE, TOP } from "./window-frame";
import { YearWindow } from "./year-window";

interface HistoryChartProps {
  /** Oldest first, up to 36. */
  months: readonly ChartMonth[];
  /** What is drawn and in what unit, such as "Consumo en kWh"; opens what a screen reader says. */
  title: string;
  numberStyle: NumberStyle;
}

/**
 * Months in windows of twelve on one scale: side by side they are one time line, on a phone they stack with the newest
 * first. The year before stands behind each window as an outline.
 */
export function HistoryChart({ months, title, numberStyle }: HistoryChartProps) {
  const scale = scaleOf(
    months.flatMap(({ value }) => (value === null ? [] : [value])),
    TOP,
    BASELINE,
  );
  const ticks = scale.ticks.map((tick) => ({
    y: scale.y(String(tick) as DecimalText),
    label: formatNumber(String(tick) as DecimalText, numberStyle),
  }));
  const byPeriod = new Map<string, ChartMonth>(months.map((month) => [month.period, month]));
  const least = extreme(months, -1);
  return (
    <div className="chart-windows">
      {windowsOfTwelve(months).map((window, index) => (
        <YearWindow
          key={window[0]?.period}
          {...{ window, title, scale, ticks, byPeriod }}
          marked={[extreme(window, 1), window.find((month) => month === least)]}
          newest={index === 0}
        />
      ))}
    </div>
  );
}
