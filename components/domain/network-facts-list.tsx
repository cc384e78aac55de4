import { Facts } from "@/components/ui/facts";
import { KnownOr } from "@/components/ui/unknown";
import { UNKNOWN } from "@/lib/kernel/format";
import type { NetworkFacts } from "./network-facts";

/** Facts of an asset under their title; what leads on is a link. */
export function NetworkFactsList({ title, facts }: NetworkFacts) {
  return (
    <section className="mt-10 print:mt-6">
      <h2 className="mb-4">{title}</h2>
      <Facts
        facts={facts.map(({ term, value, href }) => ({
          term,
          value: href && value !== UNKNOWN ? <a href={href}>{value}</a> : <KnownOr text={value} />,
        }))}
      />
    </section>
  );
}
