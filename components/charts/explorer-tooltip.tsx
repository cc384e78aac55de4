import { UNKNOWN } from "@/lib/kernel/format";
import type { ExplorerRow } from "./explorer-data";

interface ExplorerTooltipProps {
  series: readonly string[];
  /** Given by Recharts: the bars under the pointer or the keyboard. */
  active?: boolean;
  payload?: readonly { payload?: ExplorerRow }[];
}

/** The figures of the month under the pointer, one a line. */
export function ExplorerTooltip({ series, active, payload }: ExplorerTooltipProps) {
  const row = payload?.[0]?.payload;
  if (!active || !row) return null;
  return (
    <div className="border border-edge bg-paper px-3 py-2 text-note">
      <p className="font-[650]">{row.name}</p>
      {series.map((name) => (
        <p key={name} className="tabular-nums">
          {series.length > 1 && `${name}: `}
          {row.labels[name] ?? UNKNOWN}
        </p>
      ))}
    </div>
  );
}
