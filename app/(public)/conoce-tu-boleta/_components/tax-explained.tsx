import { Facts } from "@/components/ui/facts";
import type { Jurisdiction } from "@/lib/jurisdiction/jurisdiction";
import { formatNumber, type NumberStyle } from "@/lib/kernel/format";
import { Decimal, decimalText } from "@/lib/kernel/decimal";
import type { CivilDate } from "@/lib/kernel/civil-date";

interface TaxExplainedProps {
  jurisdiction: Jurisdiction;
  today: CivilDate;
  numbers: NumberStyle;
}

/** What the sums at the foot of a bill mean, in the words of the country. */
export function TaxExplained({ jurisdiction: { tax, words }, today, numbers }: TaxExplainedProps) {
  const rate = tax.rate(today);
  const percent = rate && `${formatNumber(decimalText(new Decimal(rate).times(100)), numbers)} %`;
  return (
    <section className="mt-16 border-t-2 border-ink pt-4" aria-labelledby="sumas">
      <h2 id="sumas" className="mb-4">
        Qué dicen las sumas de su {words.bill}
      </h2>
      <Facts
        facts={[
          { term: "Afecto", value: `El cargo paga ${tax.name}. Se suma aparte, para calcularlo.` },
          {
            term: "No afecto",
            value: `El cargo no paga ${tax.name}, porque la ley lo deja fuera (${words.exempt}).`,
          },
          { term: "Neto", value: `Todos los cargos, afectos y no afectos, sin ${tax.name}.` },
          {
            term: tax.name,
            value: `El impuesto${percent ? `: ${percent}` : ""} de la suma de los cargos afectos. La empresa lo cobra y lo entrega al Estado.`,
          },
          {
            term: "Total",
            value: `El neto más el ${tax.name}: lo que dice su ${words.bill} y lo que se paga.`,
          },
        ]}
      />
    </section>
  );
}
