import type { ReactNode } from "react";

export interface Fact {
  term: string;
  value: ReactNode;
}

/** Term and value in two columns, as on a bill. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="border-t border-line text-small tabular-nums">
      {facts.map(({ term, value }) => (
        <div
          key={term}
          className="grid break-inside-avoid grid-cols-[minmax(7rem,2fr)_3.4fr] gap-4 border-b border-line py-2"
        >
          <dt className="text-ink-soft">{term}</dt>
          <dd className="font-medium wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
