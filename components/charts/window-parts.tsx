import { formatPeriodShort } from "@/lib/kernel/format";
import type { Bar } from "./geometry";
import { BASELINE, halfOf, WIDTH, type Tick } from "./window-frame";

export function Guides({ ticks, baseline }: { ticks: readonly Tick[]; baseline: number }) {
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
export function MonthAxis({ bars, baseline }: { bars: readonly Bar[]; baseline: number }) {
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

export function Figure({ bar: { month, centre, top }, baseline }: { bar: Bar; baseline: number }) {
  return (
    <text
      className="chart-value chart-halo"
      x={Math.min(centre, WIDTH - halfOf(month.label))}
      y={Math.min(top ?? baseline, baseline) - 6}
      textAnchor="middle"
    >
      {month.label}
    </text>
  );
}
