import { useId } from "react";
import { Hatch } from "./hatch";

export type KeyKind = "bar" | "estimated" | "before" | "gap";

/** What the shapes of a chart mean, in the order given; only what the chart shows. */
export function ChartKey({ entries }: { entries: readonly { kind: KeyKind; label: string }[] }) {
  const hatch = useId();
  return (
    <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-note text-ink-soft">
      {entries.map(({ kind, label }) => (
        <li key={kind} className="inline-flex items-center gap-2">
          <svg className="h-4.5 w-4 overflow-visible" viewBox="0 0 16 18" aria-hidden="true">
            {kind === "estimated" && <Hatch id={hatch} />}
            {kind === "gap" ? (
              <path className="chart-gap" d="M3 18V4M13 18V4" />
            ) : (
              <path
                className={`chart-${kind}`}
                d="M2 16.5V2.5h12v14z"
                {...(kind === "estimated" && { fill: `url(#${hatch})` })}
              />
            )}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
