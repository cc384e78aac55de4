import { Decimal, decimalText, type DecimalText } from "../kernel/decimal.ts";
import type { Period } from "../kernel/period.ts";
import type { AssetDetail, Demand } from "./model.ts";

/** What an asset carries beside what it can carry. */
export interface Capacity {
  /** kVA: what a transformer is rated for, or the transformers of a feeder together. */
  ratedKva: DecimalText | null;
  /** The greatest demand of the last twelve months, and when it was. */
  peak: { value: DecimalText; period: Period } | null;
  /** Per cent of the rating, where the demand is a power. */
  peakShare: DecimalText | null;
  generators: number | null;
  generationKw: DecimalText | null;
  generationShare: DecimalText | null;
}

const number = (value: unknown): DecimalText | null =>
  typeof value === "number" ? decimalText(value) : null;

/** Whole per cent: more would promise what derived demands do not hold. A kW is compared with a kVA as if the power factor were 1. */
function share(part: DecimalText | null, whole: DecimalText | null): DecimalText | null {
  if (part === null || whole === null || Number(whole) <= 0) return null;
  return decimalText(new Decimal(part).div(whole).times(100).round());
}

function peakOf(demand: readonly Demand[]): Capacity["peak"] {
  let peak: Capacity["peak"] = null;
  for (const { max, period } of demand)
    if (max !== null && (peak === null || new Decimal(max).greaterThan(peak.value)))
      peak = { value: max, period };
  return peak;
}

/** Null for what has no rating: only feeders and transformers do. */
export function capacityOf({ asset: { layer, values }, demand, edition }: AssetDetail): Capacity | null {
  if (layer !== "alimentadores" && layer !== "transformadores") return null;
  const ratedKva = number(values[layer === "alimentadores" ? "installed_kva" : "rated_kva"]);
  const peak = peakOf(demand);
  const generationKw = number(values["generation_kw"]);
  const generators = values["generator_count"];
  return {
    ratedKva,
    peak,
    peakShare: edition.demandUnit === "kWh" ? null : share(peak?.value ?? null, ratedKva),
    generators: typeof generators === "number" ? generators : null,
    generationKw,
    generationShare: share(generationKw, ratedKva),
  };
}
