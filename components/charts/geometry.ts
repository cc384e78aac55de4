import type { DecimalText } from "@/lib/kernel/decimal";
import type { Period } from "@/lib/kernel/period";

/** One month of a chart; months come one after another, oldest first. Only here do figures become floats. */
export interface ChartMonth {
  period: Period;
  /** Null is not known, which is drawn open and never as zero. */
  value: DecimalText | null;
  /** The value as the country writes it. */
  label: string;
  estimated?: boolean | undefined;
}

/** A month with its place on the drawing; `top` is null where nothing is known. */
export interface Bar {
  month: ChartMonth;
  x: number;
  centre: number;
  top: number | null;
}

export interface Scale {
  /** The height on the drawing of a value, rounded to a tenth. */
  y(value: DecimalText): number;
  baseline: number;
  /** Round values for guide lines, without zero. */
  ticks: number[];
}

const round = (coordinate: number) => Math.round(coordinate * 10) / 10;

/** Zero at the bottom, or higher when there are amounts in favour; the greatest value reaches `top`. */
export function scaleOf(values: readonly DecimalText[], top: number, bottom: number): Scale {
  const numbers = values.map(Number);
  const high = Math.max(0, ...numbers);
  const low = Math.min(0, ...numbers);
  const perUnit = high === low ? 0 : (bottom - top) / (high - low);
  const at = (value: number) => round(bottom - (value - low) * perUnit);
  return { y: (value) => at(Number(value)), baseline: at(0), ticks: ticksUpTo(high) };
}

/** At most four steps of 1, 2 or 5 times a power of ten. */
export function ticksUpTo(high: number): number[] {
  if (high <= 0) return [];
  const rough = high / 3.2;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  return Array.from({ length: Math.floor(high / step) }, (_, index) =>
    Number(((index + 1) * step).toPrecision(6)),
  );
}

/** Bars of `width` in equal slots from `left` to `right`. */
export function placeBars(
  months: readonly ChartMonth[],
  scale: Scale,
  { left, right, width }: { left: number; right: number; width: number },
): Bar[] {
  const slot = (right - left) / months.length;
  return months.map((month, index) => {
    const centre = round(left + slot * (index + 0.5));
    const top = month.value === null ? null : scale.y(month.value);
    return { month, centre, x: round(centre - width / 2), top };
  });
}

/** All bars of one kind in one path. A true zero keeps a line one can see. */
export function barsPath(bars: readonly Bar[], baseline: number, width: number): string {
  return bars
    .filter((bar) => bar.top !== null)
    .map(({ x, top }) => `M${x} ${baseline}V${top === baseline ? baseline - 1 : top}h${width}V${baseline}`)
    .join("");
}

/** Two posts with nothing between them: not known. */
export function gapsPath(bars: readonly Bar[], baseline: number, width: number, height: number): string {
  return bars
    .filter((bar) => bar.top === null)
    .map(({ x }) => `M${x} ${baseline}v-${height}M${round(x + width)} ${baseline}v-${height}`)
    .join("");
}

/** Neighbouring unknown months share one label, in their middle. */
export function gapCentres(bars: readonly Bar[]): number[] {
  const runs: number[][] = [];
  bars.forEach((bar, index) => {
    if (bar.top !== null) return;
    const run = index > 0 && bars[index - 1]?.top === null ? runs.at(-1) : undefined;
    if (run) run.push(bar.centre);
    else runs.push([bar.centre]);
  });
  return runs.map((run) => round(((run[0] ?? 0) + (run.at(-1) ?? 0)) / 2));
}

/** Twelve months each, counted back from the newest; newest window first. */
export function windowsOfTwelve<Month>(months: readonly Month[]): Month[][] {
  const windows: Month[][] = [];
  for (let end = months.length; end > 0; end -= 12) windows.push(months.slice(Math.max(0, end - 12), end));
  return windows;
}

/** The known month with the greatest (`1`) or least (`-1`) value; the later of two that are equal. */
export function extreme<Month extends ChartMonth>(months: readonly Month[], sign: 1 | -1): Month | undefined {
  return months.reduce<Month | undefined>((best, month) => {
    if (month.value === null) return best;
    if (!best || best.value === null) return month;
    return sign * (Number(month.value) - Number(best.value)) >= 0 ? month : best;
  }, undefined);
}

/** "2019-04" for "2020-04". */
export function yearBefore(period: Period): string {
  return `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`;
}
