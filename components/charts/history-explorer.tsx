import { useState } from "react";
import { Bar, BarChart, Brush, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatNumber, type NumberStyle } from "@/lib/kernel/format";
import type { DecimalText } from "@/lib/kernel/decimal";
import { byYear, inARow, yearsOf, type ExplorerRow } from "./explorer-data";
import { ExplorerTooltip } from "./explorer-tooltip";
import type { ChartMonth } from "./geometry";

interface HistoryExplorerProps {
  months: readonly ChartMonth[];
  /** What is drawn: "Consumo, mes a mes". */
  title: string;
  numberStyle: NumberStyle;
}

/** Strongest for the newest year; 36 months touch four years at most. The edge keeps the lightest visible. */
const SHADES = [
  "var(--color-chart)",
  "color-mix(in oklch, var(--color-chart) 55%, var(--color-paper))",
  "color-mix(in oklch, var(--color-chart) 22%, var(--color-paper))",
  "var(--color-paper)",
];
const shadeOf = (index: number) => SHADES[index % SHADES.length] ?? SHADES[0] ?? "";

/** The same months to play with: one year against another, or all in a row with a stretch of them enlarged. */
export function HistoryExplorer({ months, title, numberStyle }: HistoryExplorerProps) {
  const years = yearsOf(months);
  const [chosen, setChosen] = useState<readonly string[]>(years.slice(0, 2));
  const [all, setAll] = useState(false);
  const series = all ? [title] : years.filter((year) => chosen.includes(year));
  const rows = all ? inARow(months, title) : byYear(months, series);
  const toggle = (year: string) =>
    setChosen(chosen.includes(year) ? chosen.filter((other) => other !== year) : [...chosen, year]);
  return (
    <div className="mt-6">
      <fieldset className="flex flex-wrap gap-x-6 gap-y-2 text-small">
        <legend className="mb-1 font-[650]">Años que se comparan</legend>
        {years.map((year) => (
          <YearOption
            key={year}
            {...{ year, shade: shadeOf(series.indexOf(year)) }}
            shown={!all && chosen.includes(year)}
            disabled={all}
            onChange={() => toggle(year)}
          />
        ))}
        <label className="inline-flex min-h-8 items-center gap-2">
          <input type="checkbox" checked={all} onChange={() => setAll(!all)} />
          Todos los meses seguidos
        </label>
      </fieldset>
      <ExplorerBars {...{ rows, series, numberStyle }} zoom={all} />
      {all && (
        <p className="text-note text-ink-soft">
          Arrastre los extremos de la barra de abajo para ampliar unos meses.
        </p>
      )}
    </div>
  );
}

function YearOption(props: {
  year: string;
  shade: string;
  shown: boolean;
  disabled: boolean;
  onChange: () => void;
}) {
  const { year, shade, shown, disabled, onChange } = props;
  return (
    <label className="inline-flex min-h-8 items-center gap-2">
      <input type="checkbox" checked={shown} disabled={disabled} onChange={onChange} />
      <svg className="size-3.5" viewBox="0 0 14 14" aria-hidden="true">
        <rect width="14" height="14" fill={shown ? shade : "none"} stroke="var(--color-edge)" />
      </svg>
      {year}
    </label>
  );
}

interface ExplorerBarsProps {
  rows: ExplorerRow[];
  series: readonly string[];
  numberStyle: NumberStyle;
  zoom: boolean;
}

function ExplorerBars({ rows, series, numberStyle, zoom }: ExplorerBarsProps) {
  const tick = (value: number) => formatNumber(String(value) as DecimalText, numberStyle);
  return (
    <div className="explorer mt-3 h-80">
      <ResponsiveContainer width="100%" height="100%">
        <BarChart data={rows} margin={{ top: 8, right: 4, bottom: 0, left: 4 }} barGap={1}>
          <CartesianGrid vertical={false} stroke="var(--color-chart-guide)" />
          <XAxis dataKey="name" tickLine={false} stroke="var(--color-ink)" minTickGap={8} />
          <YAxis width="auto" tickFormatter={tick} tickLine={false} axisLine={false} />
          <Tooltip
            content={<ExplorerTooltip series={series} />}
            cursor={{ fill: "var(--color-chart-guide)" }}
          />
          {series.toReversed().map((name) => (
            <Bar
              key={name}
              name={name}
              dataKey={(row: ExplorerRow) => row.values[name] ?? null}
              fill={shadeOf(series.indexOf(name))}
              stroke="var(--color-chart)"
              isAnimationActive={false}
            />
          ))}
          {zoom && <Brush dataKey="name" height={28} travellerWidth={12} stroke="var(--color-edge)" />}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
