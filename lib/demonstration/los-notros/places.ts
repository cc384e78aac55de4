import { drawn, pick } from "../random.ts";
import type { SupplyPlan } from "../simulation/plan.ts";

const REGIONS = {
  "Región de Los Ríos": ["Río Bueno", "La Unión", "Lago Ranco", "Futrono", "Paillaco"],
  "Región de Los Lagos": ["San Pablo", "Puyehue", "Río Negro"],
};
const COMUNAS = Object.entries(REGIONS).flatMap(([region, comunas]) =>
  comunas.map((comuna) => ({ comuna, region })),
);
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
  ...pick(COMUNAS, supply, "comuna"),
});

const PHASES = [
  { text: "MON", volts: 7_620, upTo: 15 },
  { text: "TRIF", volts: 13_200, upTo: 1_000 },
];

/** The transformer that feeds a supply of so many kVA, named as the reference manual names them. */
export function technicalOf(kva: number, voltage: "BT" | "AT"): SupplyPlan["technical"] {
  const size = kva <= 15 ? Math.max(kva, 10) : kva;
  const phase = PHASES.find(({ upTo }) => size <= upTo) ?? PHASES[1];
  return {
    capacidad_empalme_kva: kva,
    transformador: `TRANSF.${phase?.text}.${size} KVA.${phase?.volts} V.`,
    transformador_kva: size,
    nivel_tension: voltage,
  };
}
