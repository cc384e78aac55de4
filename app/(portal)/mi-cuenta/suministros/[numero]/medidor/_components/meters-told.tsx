import { changeSentences, meterWords } from "@/components/domain/metering-words";
import { Facts } from "@/components/ui/facts";
import type { InstalledMeter } from "@/lib/metering/model";

/** The meters that the supply has had, and what each change means for the consumption. */
export function MetersTold({ meters }: { meters: readonly InstalledMeter[] }) {
  if (meters.length === 0) return null;
  return (
    <section className="mt-12 print:mt-6" aria-labelledby="medidores">
      <h2 id="medidores" className="mb-4">
        {meters.length === 1 ? "El medidor" : "Los medidores"}
      </h2>
      <Facts
        facts={meters.map((meter) => ({ term: `N° ${meter.serialNumber}`, value: meterWords(meter) }))}
      />
      {changeSentences(meters).map((sentence) => (
        <p key={sentence} className="mt-3">
          {sentence}
        </p>
      ))}
    </section>
  );
}
