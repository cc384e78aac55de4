"use client";

import { ChartKey, type KeyKind } from "@/components/charts/chart-key";
import { ExploreButton } from "@/components/charts/explore-button";
import type { ChartMonth } from "@/components/charts/geometry";
import { HistoryChart } from "@/components/charts/history-chart";
import type { NumberStyle } from "@/lib/kernel/format";

interface HistoryFigureProps {
  title: string;
  /** What a bar is: "lectura del medidor". */
  bar: string;
  /** And where its reading is estimated. */
  estimatedBar: string;
  /** Unit, and what stands out. */
  note: string;
  months: readonly ChartMonth[];
  numberStyle: NumberStyle;
}

/** Months drawn, under a title that says what of; a client component so that the page carries the data only once. */
export function HistoryFigure({ title, bar, estimatedBar, note, months, numberStyle }: HistoryFigureProps) {
  const shown: { kind: KeyKind; label: string; holds: boolean }[] = [
    { kind: "bar", label: bar, holds: true },
    { kind: "estimated", label: estimatedBar, holds: months.some((month) => month.estimated) },
    { kind: "before", label: "mismo mes, un año antes", holds: months.length > 12 },
    { kind: "gap", label: "S/I: sin información", holds: months.some((month) => month.value === null) },
  ];
  return (
    <figure className="mt-12 break-inside-avoid border-t-2 border-ink pt-3 print:mt-4">
      <h2 className="text-h3">{title}</h2>
      <p className="mt-1 text-note text-ink-soft">{note}</p>
      <HistoryChart months={months} title={title} numberStyle={numberStyle} />
      <ChartKey entries={shown.filter(({ holds }) => holds)} />
      <ExploreButton months={months} title={title} numberStyle={numberStyle} />
    </figure>
  );
}
