import { readFileSync } from "node:fs";

/** Figures of the reference portal (seed-figures.json, network_CL): what its package must show, to the letter. */
interface Reference {
  region: string;
  commune: string;
  substations: { id: number; name: string }[];
  feeder_fig10: { id: number; name: string; type: string; distribution_node: string; power_kva: number };
  transformers_fig12: { id: number; name: string }[];
  transformer_fig13: {
    id: number;
    name: string;
    capacity_kva: number;
    voltage: string;
    pole_plate: string;
    type: string;
    phase: string;
    vnr_code: string;
    last_12_demands_kwh: { period: string; min: number | null; max: number | null }[];
  };
  span_fig11: {
    id: number;
    voltage: string;
    from_node: number;
    to_node: number;
    length_m: number;
    conductor: string;
    vnr_code: string;
    phases: string;
  };
  vnr_fig16: Record<"code" | SurchargeKey, string | number>;
}
type SurchargeKey =
  | "warehouse_freight_pct"
  | "warehouse_pct"
  | "site_freight_pct"
  | "engineering_pct"
  | "interim_interest_pct"
  | "overhead_pct";

export const reference = JSON.parse(
  readFileSync("tests/fixtures/network/reference.json", "utf8"),
) as Reference;

const csv = (rows: readonly (readonly (string | number | null)[])[]) =>
  rows.map((row) => row.map((cell) => cell ?? "").join(",")).join("\n") + "\n";

const LA_UNION = 1;
/** The figures have no record of this feeder: its number and its substation are the least that its transformers need. */
const PILMAIQUEN = 2;

/** The small network of the reference portal as a package: what its figures show and nothing else. */
export function referencePackage(): Record<string, string> {
  const {
    region,
    commune,
    substations,
    feeder_fig10: feeder,
    transformers_fig12,
    transformer_fig13: one,
  } = reference;
  const { span_fig11: span, vnr_fig16: vnr } = reference;
  const descriptor = {
    name: "red-de-referencia",
    empalme: { formato: 1 },
    edicion: {
      fecha: "2020-11-30",
      fuente: "Manual de la sucursal virtual, figuras 7 a 16",
      licencia: "Sólo para pruebas",
      atribucion: "Figuras del manual de referencia",
      unidad_demanda: "kWh",
    },
    resources: NAMES.map((name) => ({ name, path: `${name}.csv` })),
  };
  const detail = (id: number) =>
    id === one.id
      ? [one.capacity_kva, one.voltage, one.pole_plate, one.type, one.phase, one.vnr_code]
      : [null, null, null, null, null, null];
  return {
    "datapackage.json": JSON.stringify(descriptor),
    "subestaciones.csv": csv([
      ["id", "nombre", "region", "comuna"],
      ...substations.map(({ id, name }) => [id, name, region, commune]),
    ]),
    "alimentadores.csv": csv([
      [
        "id",
        "nombre",
        "tipo",
        "distribuidora",
        "nodo_distribucion",
        "kva_instalados",
        "subestacion_id",
        "comunas",
      ],
      [
        feeder.id,
        feeder.name,
        feeder.type,
        null,
        feeder.distribution_node,
        feeder.power_kva,
        LA_UNION,
        commune,
      ],
      [PILMAIQUEN, "PILMAIQUEN", "Alimentador", null, null, null, 2, commune],
    ]),
    "transformadores.csv": csv([
      [
        "id",
        "nombre",
        "alimentador_id",
        "subestacion_id",
        "region",
        "comuna",
        "n_clientes",
        "potencia_kva",
        "tension",
        "placa_poste",
        "tipo",
        "fases",
        "codigo_vnr",
        "conexion",
      ],
      // Enough customers for its demand to be published, as the reference portal does.
      ...transformers_fig12.map(({ id, name }) => [
        id,
        name,
        PILMAIQUEN,
        2,
        region,
        commune,
        9,
        ...detail(id),
        null,
      ]),
    ]),
    "postes.csv": csv([
      ["id", "comuna", "region"],
      ...[span.from_node, span.to_node].map((id) => [id, commune, region]),
    ]),
    "vanos.csv": csv([
      [
        "id",
        "nivel",
        "alimentador_id",
        "subestacion_id",
        "nodo_origen",
        "nodo_destino",
        "extension_m",
        "tipo_conductor",
        "codigo_vnr",
        "capacidad_a",
        "fases",
      ],
      // Printed as 0 A, which is no data.
      [
        span.id,
        span.voltage,
        LA_UNION,
        LA_UNION,
        span.from_node,
        span.to_node,
        span.length_m,
        span.conductor,
        span.vnr_code,
        0,
        span.phases,
      ],
    ]),
    "demanda_transformadores.csv": csv([
      ["transformador_id", "mes", "demanda_min_kw", "demanda_max_kw"],
      ...one.last_12_demands_kwh.map(({ period, min, max }) => [one.id, period, min, max]),
    ]),
    "vnr.csv": csv([
      [
        "codigo",
        "unidad",
        "flete_bodega",
        "bodega",
        "flete_obra",
        "costo_ingenieria",
        "intereses_intercalarios",
        "gastos_generales",
      ],
      [
        vnr.code,
        "porcentaje",
        vnr.warehouse_freight_pct,
        vnr.warehouse_pct,
        vnr.site_freight_pct,
        vnr.engineering_pct,
        vnr.interim_interest_pct,
        vnr.overhead_pct,
      ],
    ]),
  };
}
const NAMES = [
  "subestaciones",
  "alimentadores",
  "transformadores",
  "postes",
  "vanos",
  "demanda_transformadores",
  "vnr",
];
