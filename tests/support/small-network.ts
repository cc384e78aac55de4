import { layerOf } from "./geojson.ts";
import type { PackageFiles } from "./packages.ts";

export type Feature = readonly [properties: object, coordinates: unknown];
export const POLES: Feature[] = [
  [{ id: "1" }, [-72.9, -40.3]],
  [{ id: "2" }, [-72.901, -40.3]],
];
export const FEEDER: Feature = [{ id: "A", nombre: "ALIM", subestacion_id: "S" }, null];
const SUBSTATION: Feature = [{ id: "S", nombre: "La Unión" }, [-72.91, -40.3]];
export const TRANSFORMER: Feature = [
  { id: "T", alimentador_id: "A", subestacion_id: "S", nodo_id: "1", potencia_kva: 10 },
  [-72.9, -40.3],
];
export const SPAN: Feature = [
  {
    id: "V",
    alimentador_id: "A",
    subestacion_id: "S",
    transformador_id: "T",
    nodo_origen: "1",
    nodo_destino: "2",
    extension_m: 84.8,
    fases: "RST",
  },
  [
    [-72.9, -40.3],
    [-72.901, -40.3],
  ],
];

export const changed = (
  [properties, coordinates]: Feature,
  change: object,
  at: unknown = coordinates,
): Feature => [{ ...properties, ...change }, at];

/** A small network that is right, but for what is given. */
export const network = (
  layers: Partial<Record<string, Feature[]>> = {},
  beside: PackageFiles = {},
): PackageFiles => ({
  "subestaciones.geojson": layerOf(layers["subestaciones"] ?? [SUBSTATION]),
  "alimentadores.geojson": layerOf(layers["alimentadores"] ?? [FEEDER]),
  "transformadores.geojson": layerOf(layers["transformadores"] ?? [TRANSFORMER]),
  "postes.geojson": layerOf(layers["postes"] ?? POLES),
  "vanos.geojson": layerOf(layers["vanos"] ?? [SPAN]),
  ...beside,
});
