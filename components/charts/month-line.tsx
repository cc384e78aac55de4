import { useId } from "react";
import { formatPeriodShort, UNKNOWN } from "@/lib/kernel/format";
import { barsPath, gapsPath, placeBars, scaleOf, type ChartMonth } from "./geometry";
import { Hatch } from "./hatch";

const WIDTH = 360;
const BASELINE = 66;
const BAR = 17.2;

interface MonthLineProps {
  /** Thirteen, so that the first and the last are the same month of two years. */
  months: readonly ChartMonth[];
  /** The sentence that a screen reader says instead of the drawing. */
  label: string;
}

/** The last months at a glance: only the two that are compared carry their figure. */
export function MonthLine({ months, label }: MonthLineProps) {
  const hatch = useId();
  const known = months.flatMap(({ value }) => (value === null ? [] : [value]));
  const scale = scaleOf(known, 20, BASELINE);
  const bars = placeBars(months, scale, { left: 0, right: WIDTH, width: BAR });
  const ends = [bars.at(0), bars.at(-1)].filter((bar) => bar !== undefined);
  const read = bars.filter((bar) => !bar.month.estimated);
  return (
    <svg className="chart max-w-104" viewBox={`0 0 ${WIDTH} 92`} role="img" aria-label={label}>
      <Hatch id={hatch} />
      <path className="chart-bar chart-quiet" d={barsPath(without(read, ends), scale.baseline, BAR)} />
      <path
        className="chart-bar"
        d={barsPath(
          read.filter((bar) => ends.includes(bar)),
          scale.baseline,
          BAR,
        )}
      />
      <path
        className="chart-estimated"
        fill={`url(#${hatch})`}
        d={barsPath(
          bars.filter((bar) => bar.month.estimated),
          scale.baseline,
          BAR,
        )}
      />
      <path className="chart-gap" d={gapsPath(bars, scale.baseline, BAR, 18)} />
      <path className="chart-axis" d={`M0 ${scale.baseline}H${WIDTH}`} />
      {ends.map(({ month, centre, top }, index) => (
        <text key={month.period} className="chart-value" x={centre} y={(top ?? 48) - 6} textAnchor="middle">
          {top === null ? UNKNOWN : month.label}
          <tspan
            className="chart-note"
            x={index === 0 ? 0 : WIDTH}
            y="84"
            textAnchor={index === 0 ? "start" : "end"}
          >
            {formatPeriodShort(month.period)}
          </tspan>
        </text>
      ))}
    </svg>
  );
}

const without = <Item,>(items: readonly Item[], others: readonly Item[]) =>
  items.filter((item) => !others.includes(item));
