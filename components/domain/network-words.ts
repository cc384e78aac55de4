import type { CivilDate } from "@/lib/kernel/civil-date";
import { decimalText } from "@/lib/kernel/decimal";
import {
  capitalised,
  formatDate,
  formatNumber,
  formatPeriod,
  UNKNOWN,
  type NumberStyle,
} from "@/lib/kernel/format";
import type { Capacity } from "@/lib/network/capacity";
import type { Field, LayerName } from "@/lib/network/fields";
import { layerNamed } from "@/lib/network/layers";
import { nameOf, type Asset, type AssetDetail, type Edition, type Value } from "@/lib/network/model";

/** Stands on every asset, file and answer. */
export const REFERENTIAL = "Referencial: no reemplaza un estudio de conexión";

/** What a column holds, as people read it, without its unit. */
export function valueWords(
  { kind }: Pick<Field, "kind">,
  value: Value | undefined,
  numbers: NumberStyle,
): string {
  if (value === null || value === undefined || value === "") return UNKNOWN;
  if (typeof value === "boolean") return value ? "Sí" : "No";
  if (typeof value === "number") return formatNumber(decimalText(value), numbers);
  return kind === "date" ? formatDate(value as CivilDate) : value;
}

/** With its unit: "112,5 kVA". */
export function measureWords(field: Field, value: Value | undefined, numbers: NumberStyle): string {
  const words = valueWords(field, value, numbers);
  return field.unit && words !== UNKNOWN ? `${words}\u00a0${field.unit}` : words;
}

/** "Transformador 1_152", "Alimentador TJB15". */
export function assetTitle(asset: Pick<Asset, "layer" | "id" | "values">): string {
  const { singular } = layerNamed(asset.layer);
  return `${singular} ${asset.layer === "alimentadores" ? nameOf(asset) : asset.id}`;
}

const kva = (value: Value | undefined, numbers: NumberStyle) =>
  typeof value === "number" ? [`${formatNumber(decimalText(value), numbers)} kVA`] : [];
const words = (value: Value | undefined) => (typeof value === "string" ? [value] : []);

/** What opens an asset's page: "112,5 kVA, trifásico, en el poste 1074." */
export function assetSentence({ asset, feeder, substation }: AssetDetail, numbers: NumberStyle): string {
  const { layer, values } = asset;
  const pole = words(values["pole_plate"] ?? values["pole_id"]).map((plate) => `en el poste ${plate}`);
  const parts: Record<LayerName, string[]> = {
    subestaciones: [...words(values["name"]), ...words(values["comuna"])],
    alimentadores: [...kva(values["installed_kva"], numbers).map((power) => `${power} instalados`)],
    transformadores: [...kva(values["rated_kva"], numbers), ...words(values["kind"]).map(lower), ...pole],
    postes: [...words(values["material"]).map(lower), ...words(values["comuna"])],
    vanos: [
      ...words(values["voltage_level"]).map((level) => LEVEL_WORDS[level] ?? level),
      ...words(values["from_pole_id"]).map(
        (from) => `de ${from} a ${valueWords({ kind: "code" }, values["to_pole_id"], numbers)}`,
      ),
    ],
    equipos: [...words(values["kind"]), ...words(values["normal_state"]).map(lower), ...pole],
  };
  const hangs = [
    ...(feeder ? [`alimentador ${feeder.name ?? feeder.id}`] : []),
    ...(substation ? [`subestación ${substation.name ?? substation.id}`] : []),
  ];
  const own = parts[layer].join(", ");
  return [own, hangs.join(", ")]
    .filter(Boolean)
    .map((sentence) => `${capitalised(sentence)}.`)
    .join(" ");
}

const lower = (text: string) => text.toLocaleLowerCase("es");
/** The reference's AT is what the law calls high voltage: more than 400 V. */
const LEVEL_WORDS: Record<string, string> = {
  MT: "media tensión",
  BT: "baja tensión",
  AT: "alta tensión",
};

/** "Edición del 31 de diciembre de 2024" */
export const editionTitle = ({ dataOn }: Pick<Edition, "dataOn">) => `Edición del ${formatDate(dataOn)}`;

/** Of an asset that the newest edition no longer has. */
export const GONE = "Ya no está en la red";
export const lastKnown = (edition: Pick<Edition, "dataOn">) =>
  `La edición vigente no lo trae. Esto es lo último que se supo: ${editionTitle(edition).toLocaleLowerCase("es")}.`;

export const NO_DEMAND = "la empresa no ha cargado demandas de este elemento.";

/** How the greatest demand stands beside the capacity. */
export function capacitySentence(capacity: Capacity, unit: string, numbers: NumberStyle): string | null {
  const { peak, peakShare, ratedKva } = capacity;
  if (!peak) return null;
  const most = `La mayor de los últimos 12 meses fue de ${formatNumber(peak.value, numbers)} ${unit}, en ${formatPeriod(peak.period)}`;
  if (ratedKva === null) return `${most}.`;
  if (peakShare === null)
    return `${most}. La carga la declara en ${unit}: no se compara con la capacidad, que está en kVA.`;
  const over = Number(peakShare) > 100 ? " Pasa de ella: puede ser sobrecarga, o un error de los datos." : "";
  return `${most}: el ${formatNumber(peakShare, numbers)} % de ${formatNumber(ratedKva, numbers)} kVA.${over}`;
}

/** Why an asset shows no demand. */
export const withheldSentence = ({ minimumCustomers }: Pick<Edition, "minimumCustomers">) =>
  `No se publica la energía ni la demanda de lo que sirve a menos de ${minimumCustomers} clientes, o a un número que no se conoce: dirían qué consume cada uno.`;

const METRES_A_KILOMETRE = 1000;
/** "84 m", "3,2 km" */
export function formatMetres(metres: number, numbers: NumberStyle): string {
  return metres < METRES_A_KILOMETRE
    ? `${formatNumber(decimalText(Math.round(metres)), numbers)} m`
    : `${formatNumber(decimalText(Math.round(metres / 10) / 100), numbers)} km`;
}
