import { consumptionSentence, readingDifference, readingWords } from "@/components/domain/billing-words";
import { Facts } from "@/components/ui/facts";
import { KnownOr } from "@/components/ui/unknown";
import type { BillReading } from "@/lib/billing/model";
import type { NumberStyle } from "@/lib/kernel/format";

/** What the meter said, and the difference that was billed; one block a meter. */
export function Readings({ readings, numbers }: { readings: BillReading[]; numbers: NumberStyle }) {
  return readings.map((reading) => (
    <section key={reading.serialNumber} className="mt-12 print:mt-6">
      <h2>{readings.length > 1 ? `La lectura del medidor ${reading.serialNumber}` : "La lectura"}</h2>
      <p className="mt-3 mb-4">{consumptionSentence(reading, numbers)}</p>
      <Facts
        facts={[
          { term: "Lectura actual", value: <KnownOr text={readingWords(reading.current, numbers)} /> },
          { term: "Lectura anterior", value: <KnownOr text={readingWords(reading.previous, numbers)} /> },
          { term: "Diferencia", value: <KnownOr text={readingDifference(reading, numbers)} /> },
          { term: "Medidor", value: `N° ${reading.serialNumber}` },
        ]}
      />
    </section>
  ));
}
