import { useId } from "react";
import {
  formatPeriod,
  formatPeriodShort,
  formatNumber,
  UNKNOWN,
  type NumberStyle,
} from "@/lib/kernel/format";
import type { DecimalText } from "@/lib/kernel/decimal";
import {
  barsPath,
  extreme,
  gapCentres,
  gapsPath,
  placeBars,
  scaleOf,
  windowsOfTwelve,
  yearBefore,
  type Bar,
  type ChartMonth,
  type Scale,
} from "./geometry";
import { Hatch } from "./hatch";

const WIDTH = 300;
const TOP = 47;
const BASELINE = 178;
const BAR = 11;
const OUTLINE = 17;
/** Width of a digit in the drawing's 13.5 px type. */
const DIGIT = 7.6;

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

interface Tick {
  y: number;
  label: string;
}

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

function YearWindow({ window, title, scale, ticks, byPeriod, marked, newest }: YearWindowProps) {
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
      viewBox={`0 0 ${WIDTH} 214`}
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

function Guides({ ticks, baseline }: { ticks: readonly Tick[]; baseline: number }) {
  return (
    <>
      <path className="chart-guide" d={ticks.map(({ y }) => `M0 ${y}H${WIDTH}`).join("")} />
      <text className="chart-halo">
        {[...ticks, { y: baseline, label: "0" }].map(({ y, label }) => (
          <tspan key={label} x="0" y={y - 4}>
            {label}
          </tspan>
        ))}
      </text>
    </>
  );
}

/** A mark a month, a name a quarter, the year under its January. */
function MonthAxis({ bars, baseline }: { bars: readonly Bar[]; baseline: number }) {
  const named = bars.filter(({ month }) => Number(month.period.slice(5)) % 3 === 1);
  const januaries = named.filter(({ month }) => month.period.endsWith("-01"));
  const marks = bars.map((bar) => `M${bar.centre} ${BASELINE}v${named.includes(bar) ? 5 : 3}`).join("");
  return (
    <>
      <path className="chart-axis chart-mark" d={marks} />
      <path className="chart-axis" d={`M0 ${baseline}H${WIDTH}`} />
      <text textAnchor="middle">
        {named.map(({ month, centre }) => (
          <tspan key={month.period} x={Math.min(centre, WIDTH - 11)} y="196">
            {formatPeriodShort(month.period).split(" ")[0]}
          </tspan>
        ))}
        {januaries.map(({ month, centre }) => (
          <tspan key={month.period} className="chart-value" x={centre} y="211">
            {month.period.slice(0, 4)}
          </tspan>
        ))}
      </text>
    </>
  );
}

function Figure({ bar: { month, centre, top }, baseline }: { bar: Bar; baseline: number }) {
  const half = (month.label.length * DIGIT) / 2;
  return (
    <text
      className="chart-value chart-halo"
      x={Math.min(centre, WIDTH - half)}
      y={Math.min(top ?? baseline, baseline) - 6}
      textAnchor="middle"
    >
      {month.label}
    </text>
  );
}

/** Names the outline once, in place: above the last months, with a line down to the outline that stands out most. */
function YearBeforeLabel({
  bars,
  before,
  marked,
}: Pick<YearWindowProps, "marked"> & Record<"bars" | "before", Bar[]>) {
  const near = bars.flatMap((bar, index) => {
    const outline = before[index]?.top ?? null;
    return index < 7 ? [] : [{ bar, outline }];
  });
  const shown = near.filter(({ outline }) => outline !== null);
  const pointed = shown.toSorted((a, b) => rise(b) - rise(a))[0];
  if (!pointed || pointed.outline === null) return null;
  const crest = Math.min(
    ...near.map(({ bar, outline }) =>
      Math.min((bar.top ?? BASELINE) - (marked.includes(bar.month) ? 18 : 0), outline ?? BASELINE),
    ),
  );
  return (
    <>
      <path className="chart-leader" d={`M${pointed.bar.centre} ${crest - 10}V${pointed.outline}`} />
      <text className="chart-halo" x={WIDTH} y={crest - 13} textAnchor="end">
        un año antes
      </text>
    </>
  );
}

/** How far the outline stands above the bar; the drawing's y grows downwards. */
const rise = ({ bar, outline }: { bar: Bar; outline: number | null }) =>
  (bar.top ?? BASELINE) - (outline ?? BASELINE);
