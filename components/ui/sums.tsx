import { classNames } from "./class-names";

export interface Sum {
  label: string;
  /** Already written as the country writes it. */
  figure: string;
  /** `subtotal` opens with a rule; `total` closes with a double one. */
  weight?: "subtotal" | "total" | undefined;
}

const WEIGHTS = {
  subtotal: "mt-1 border-t border-ink pt-2 font-[650]",
  total:
    "mt-1 items-baseline border-t border-b-4 border-double border-ink [border-top-style:solid] py-2 text-h2 font-bold tracking-[-0.015em]",
};

/** How a total comes about, added up at the right as on paper. */
export function Sums({ sums }: { sums: readonly Sum[] }) {
  return (
    <dl className="ml-auto w-full max-w-96 break-inside-avoid text-small tabular-nums">
      {sums.map(({ label, figure, weight }) => (
        <div key={label} className={classNames("flex justify-between gap-4 py-1", weight && WEIGHTS[weight])}>
          <dt>{label}</dt>
          <dd className="whitespace-nowrap">{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
