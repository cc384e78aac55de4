import type { Bar, ChartMonth } from "./geometry";
import { BASELINE, halfOf, WIDTH } from "./window-frame";

/** Room that the words beside the outline take, from the right edge. */
const LABEL_ROOM = 86;

interface YearBeforeLabelProps {
  bars: readonly Bar[];
  before: readonly Bar[];
  /** Months that carry their figure, which the label must clear. */
  marked: readonly (ChartMonth | undefined)[];
}

/** Names the outline once, in place: above the last months, with a line down to the outline that stands out most. */
export function YearBeforeLabel({ bars, before, marked }: YearBeforeLabelProps) {
  const below = bars.flatMap((bar, index) => {
    const outline = before[index]?.top ?? null;
    return bar.centre > WIDTH - LABEL_ROOM ? [{ bar, outline }] : [];
  });
  const pointed = below.filter(({ outline }) => outline !== null).toSorted((a, b) => rise(b) - rise(a))[0];
  if (!pointed || pointed.outline === null) return null;
  const figures = bars.filter(
    ({ month, centre }) => marked.includes(month) && centre + halfOf(month.label) > WIDTH - LABEL_ROOM,
  );
  const crest = Math.min(
    ...below.flatMap(({ bar, outline }) => [bar.top ?? BASELINE, outline ?? BASELINE]),
    ...figures.map(({ top }) => (top ?? BASELINE) - 18),
  );
  return (
    <>
      <path className="chart-leader" d={`M${pointed.bar.centre} ${crest - 8}V${pointed.outline}`} />
      <text className="chart-halo" x={WIDTH} y={crest - 12} textAnchor="end">
        un año antes
      </text>
    </>
  );
}

/** How far the outline stands above the bar; the drawing's y grows downwards. */
const rise = ({ bar, outline }: { bar: Bar; outline: number | null }) =>
  (bar.top ?? BASELINE) - (outline ?? BASELINE);
