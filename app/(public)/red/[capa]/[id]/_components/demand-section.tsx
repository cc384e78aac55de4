import { DemandChart } from "@/components/charts/demand-chart";
import { DemandTable } from "@/components/domain/demand-table";
import { capacitySentence, NO_DEMAND, withheldSentence } from "@/components/domain/network-words";
import { Notice } from "@/components/ui/notice";
import { formatNumber, type NumberStyle } from "@/lib/kernel/format";
import { capacityOf } from "@/lib/network/capacity";
import type { AssetDetail } from "@/lib/network/model";

/** The last twelve months of demand, drawn and in figures; or why there are none. */
export function DemandSection({ detail, numbers }: { detail: AssetDetail; numbers: NumberStyle }) {
  const { asset, demand, edition } = detail;
  const capacity = capacityOf(detail);
  if (!capacity) return null;
  const unit = edition.demandUnit;
  const sentence = capacitySentence(capacity, unit, numbers);
  const limit =
    capacity.ratedKva !== null && capacity.peakShare !== null
      ? { value: capacity.ratedKva, name: `capacidad ${formatNumber(capacity.ratedKva, numbers)} kVA` }
      : null;
  return (
    <section className="mt-12 print:mt-6" aria-labelledby="demandas">
      <h2 id="demandas">12 últimas demandas</h2>
      {asset.withheld && (
        <div className="mt-4">
          <Notice title="La demanda no se publica">
            <p>{withheldSentence(edition)}</p>
          </Notice>
        </div>
      )}
      {!asset.withheld && demand.length === 0 && (
        <p className="mt-2">
          <strong>S/I</strong>: {NO_DEMAND}
        </p>
      )}
      {demand.length > 0 && (
        <>
          {sentence && <p className="mt-2 max-w-measure">{sentence}</p>}
          <p className="mt-1 text-note text-ink-soft">
            De la mínima a la máxima de cada mes, en {unit} según la carga. S/I: sin información.
          </p>
          <div className="mt-4 unfolded:grid unfolded:grid-cols-2 unfolded:gap-x-16">
            <div className="mb-8 max-w-120">
              <DemandChart demand={demand} unit={unit} limit={limit} numbers={numbers} />
            </div>
            <DemandTable demand={demand} unit={unit} numbers={numbers} />
          </div>
        </>
      )}
    </section>
  );
}
