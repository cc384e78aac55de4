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
  const lowest = extreme(months, -1);
  const least = lowest && hasRoom(lowest, months) ? lowest : undefined;
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

/** Whether a low bar's figure fits above it: a long one would run into the S/I that stands beside it. */
function hasRoom(month: ChartMonth, months: readonly ChartMonth[]): boolean {
  const at = months.indexOf(month);
  const besideUnknown = [months[at - 1], months[at + 1]].some((neighbour) => neighbour?.value === null);
  return !besideUnknown || month.label.length <= 4;
}
