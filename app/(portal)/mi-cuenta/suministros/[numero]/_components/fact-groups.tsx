import type { FactGroup } from "@/components/domain/usage-point-facts";
import { Facts } from "@/components/ui/facts";
import { KnownOr } from "@/components/ui/unknown";
import { UNKNOWN } from "@/lib/kernel/format";

const known = ({ facts }: FactGroup) =>
  facts.map(({ term, value, href }) => ({
    term,
    value: href ? <a href={href}>{value}</a> : <KnownOr text={value} />,
  }));

/** Groups of facts, each under its title. */
export function FactGroups({ groups }: { groups: readonly FactGroup[] }) {
  return groups.map((group) => (
    <section key={group.title} className="mt-12 print:mt-6">
      <h2 className="mb-4">{group.title}</h2>
      <Facts facts={known(group)} />
      <UnknownNote group={group} />
    </section>
  ));
}

/** The only group of its page, which is called as the group is. */
export function OnlyGroup({ group }: { group: FactGroup }) {
  return (
    <div className="mt-8 print:mt-4">
      <Facts facts={known(group)} />
      <UnknownNote group={group} />
    </div>
  );
}

function UnknownNote({ group }: { group: FactGroup }) {
  if (!group.facts.some(({ value }) => value === UNKNOWN)) return null;
  return (
    <p className="mt-4 text-note text-ink-soft">
      <strong>{UNKNOWN}</strong>: sin información. La empresa no ha cargado ese dato.
    </p>
  );
}
