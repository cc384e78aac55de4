import { chargeAnchor } from "@/lib/billing/charge-anchor";
import type { ChargeDescription } from "@/lib/billing/model";

/** Each charge with what it is, in a place of its own that a bill's line can lead to. */
export function ChargesExplained({ charges }: { charges: readonly ChargeDescription[] }) {
  return (
    <dl className="border-t-2 border-ink">
      {charges.map(({ description, explanation }) => (
        <div
          key={description}
          id={chargeAnchor(description)}
          className="break-inside-avoid gap-x-8 border-b border-line py-3 target:bg-paper-sunk wide:grid wide:grid-cols-[2fr_3fr]"
        >
          <dt className="font-[650] wrap-anywhere">{description}</dt>
          <dd className="wrap-anywhere">{explanation}</dd>
        </div>
      ))}
    </dl>
  );
}
