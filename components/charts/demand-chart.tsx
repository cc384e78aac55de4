import { decimalText, type DecimalText } from "@/lib/kernel/decimal";
import { formatNumber, type NumberStyle, UNKNOWN } from "@/lib/kernel/format";
import type { Demand } from "@/lib/network/model";
import { gapCentres, gapsPath, placeBars, scaleOf } from "./geometry";
import { BAR, BASELINE, DIGIT, HEIGHT, TOP, WIDTH } from "./window-frame";
import { Figure, Guides, MonthAxis } from "./window-parts";

interface DemandChartProps {
  /** Newest first, as the table has them. */
  demand: readonly Demand[];
  unit: string;
  /** A dotted line with its name. */
  limit: { value: DecimalText; name: string } | null;
  numbers: NumberStyle;
}

/** From the least to the greatest demand of each of twelve months; the table beside it has the figures. */
export function DemandChart({ demand, unit, limit, numbers }: DemandChartProps) {
  const months = demand.toReversed();
  const label = (value: DecimalText | null) => formatNumber(value, numbers);
  const greatest = months.flatMap(({ max }) => (max === null ? [] : [max]));
  const highest = greatest.reduce((most, value) => Math.max(most, Number(value)), 0);
  if (highest === 0) return null;
  // A limit far above says so in words: drawn, it would flatten the bars.
  const shown = limit && Number(limit.value) <= 2.5 * highest ? limit : null;
  const scale = scaleOf([...greatest, ...(shown ? [shown.value] : [])], TOP, BASELINE);
  const ticks = scale.ticks.map((tick) => ({
    y: scale.y(decimalText(tick)),
    label: label(decimalText(tick)),
  }));
  const left = Math.max(30, DIGIT * Math.max(0, ...ticks.map((tick) => tick.label.length)) + 4);
  const bars = placeBars(
    months.map(({ period, max }) => ({ period, value: max, label: label(max) })),
    scale,
    { left, right: WIDTH, width: BAR },
  );
  const floating = bars.map(({ x, top }, at) => {
    const least = months[at]?.min ?? null;
    return top === null
      ? ""
      : `M${x} ${top}h${BAR}V${least === null ? scale.baseline : scale.y(least)}h${-BAR}z`;
  });
  const peak = bars.find(({ month }) => Number(month.value ?? "-1") === highest);
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`Demanda mínima y máxima de doce meses, en ${unit}. Los valores están en la tabla.`}
    >
      <Guides ticks={ticks} baseline={scale.baseline} />
      <path className="chart-bar" d={floating.join("")} />
      <path className="chart-gap" d={gapsPath(bars, scale.baseline, BAR, 22)} />
      {shown && (
        <>
          <path className="chart-limit" d={`M${left} ${scale.y(shown.value)}H${WIDTH}`} />
          <text className="chart-halo" x={WIDTH} y={scale.y(shown.value) - 5} textAnchor="end">
            {shown.name}
          </text>
        </>
      )}
      <MonthAxis bars={bars} baseline={scale.baseline} />
      {peak && <Figure bar={peak} baseline={scale.baseline} />}
      {gapCentres(bars).map((centre) => (
        <text key={centre} className="chart-halo" x={centre} y={scale.baseline - 28} textAnchor="middle">
          {UNKNOWN}
        </text>
      ))}
    </svg>
  );
}
