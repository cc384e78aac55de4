import { useId } from "react";
import { formatPeriod, formatPeriodShort, UNKNOWN } from "@/lib/kernel/format";
import {
  barsPath,
  gapCentres,
  gapsPath,
  placeBars,
  yearBefore,
  type ChartMonth,
  type Scale,
} from "./geometry";
import { Hatch } from "./hatch";
import { BAR, DIGIT, HEIGHT, OUTLINE, WIDTH, type Tick } from "./window-frame";
import { Figure, Guides, MonthAxis } from "./window-parts";
import { YearBeforeLabel } from "./year-before-label";

interface YearWindowProps {
  window: ChartMonth[];
  title: string;
  scale: Scale;
  ticks: readonly Tick[];
  byPeriod: ReadonlyMap<string, ChartMonth>;
  /** Months that carry their figure. */
  marked: readonly (ChartMonth | undefined)[];
  newest: boolean;
}

/** Twelve months with the year before behind them. */
export function YearWindow({ window, title, scale, ticks, byPeriod, marked, newest }: YearWindowProps) {
  const hatch = useId();
  const { baseline } = scale;
  const left = Math.max(30, DIGIT * Math.max(0, ...ticks.map(({ label }) => label.length)) + 4);
  const bars = placeBars(window, scale, { left, right: WIDTH, width: BAR });
  const before = placeBars(
    window.map((month) => byPeriod.get(yearBefore(month.period)) ?? { ...month, value: null }),
    scale,
    { left, right: WIDTH, width: OUTLINE },
  );
  const [first, last] = [window[0], window.at(-1)];
  if (!first || !last) return null;
  const span = `de ${formatPeriod(first.period)} a ${formatPeriod(last.period)}`;
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${title}, ${span}. Los valores están en la tabla.`}
    >
      <Hatch id={hatch} />
      <text className="chart-title" y="13">
        {`${formatPeriodShort(first.period)} a ${formatPeriodShort(last.period)}`}
      </text>
      <Guides ticks={ticks} baseline={baseline} />
      <path className="chart-before" d={barsPath(before, baseline, OUTLINE)} />
      <path
        className="chart-bar"
        d={barsPath(
          bars.filter((bar) => !bar.month.estimated),
          baseline,
          BAR,
        )}
      />
      <path
        className="chart-estimated"
        fill={`url(#${hatch})`}
        d={barsPath(
          bars.filter((bar) => bar.month.estimated),
          baseline,
          BAR,
        )}
      />
      <path className="chart-gap" d={gapsPath(bars, baseline, BAR, 22)} />
      <MonthAxis bars={bars} baseline={baseline} />
      {bars.map(
        (bar) => marked.includes(bar.month) && <Figure key={bar.centre} bar={bar} baseline={baseline} />,
      )}
      {gapCentres(bars).map((centre) => (
        <text key={centre} className="chart-halo" x={centre} y={baseline - 28} textAnchor="middle">
          {UNKNOWN}
        </text>
      ))}
      {newest && <YearBeforeLabel {...{ bars, before, marked }} />}
    </svg>
  );
}
