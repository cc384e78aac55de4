import { drawn, pick } from "../random.ts";
import type { SupplyPlan } from "../simulation/plan.ts";
import { transformerOf } from "./transformers.ts";

/** Where its network is: most of it in La Unión. */
const COMUNAS = ["La Unión", "La Unión", "La Unión", "Río Bueno"];
const REGION = "Región de Los Ríos";
/** Roads and estates that no map has. */
const ROADS = [
  "Camino a Las Quemas km",
  "Ruta Los Coihues km",
  "Callejón El Arrayán",
  "Parcelas Vista al Lago, lote",
  "Loteo Los Notros, sitio",
  "Calle Los Ulmos",
  "Pasaje Las Murtas",
  "Fundo Santa Aurora, casa",
];

export const placeOf = (supply: string): SupplyPlan["place"] => ({
  direccion: `${pick(ROADS, supply, "road")} ${1 + Math.floor(180 * drawn(supply, "house"))}`,
  comuna: pick(COMUNAS, supply, "comuna"),
  region: REGION,
});

/** What connects a supply, and the transformer of the network that feeds it. */
export function technicalOf(supply: string, kva: number, voltage: "BT" | "AT"): SupplyPlan["technical"] {
  const transformer = transformerOf(supply, placeOf(supply).comuna, kva);
  return {
    capacidad_empalme_kva: kva,
    transformador: transformer.name,
    transformador_id: transformer.id,
    transformador_kva: transformer.kva,
    nivel_tension: voltage,
  };
}
