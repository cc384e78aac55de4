import { field, type Field } from "./fields.ts";

/** A table that comes with the network and has no place on the map. */
export interface NetworkTable {
  name: NetworkTableName;
  title: string;
  table: string;
  /** Stored columns that identify a row. */
  key: readonly string[];
  fields: readonly Field[];
}

export const NETWORK_TABLE_NAMES = [
  "conductores",
  "demanda_alimentadores",
  "demanda_transformadores",
  "vnr",
] as const;
export type NetworkTableName = (typeof NETWORK_TABLE_NAMES)[number];

const wires: NetworkTable = {
  name: "conductores",
  title: "Tipos de conductor",
  table: "wire_info",
  key: ["id"],
  fields: [
    field("conductor_id", "id text", "Conductor"),
    field("material", "material text", "Material"),
    field("seccion", "section text", "Sección"),
    field("formacion", "stranding text", "Formación"),
    field("geometria", "arrangement text", "Geometría"),
    field("aislacion", "insulation text", "Aislación"),
    field("conductores_por_fase", "per_phase integer", "Conductores por fase"),
    field("seccion_neutro", "neutral_section text", "Sección del neutro"),
    field("r1_ohm_km", "r1_ohm_km number", "Resistencia", { unit: "Ω/km" }),
    field("x1_ohm_km", "x1_ohm_km number", "Reactancia", { unit: "Ω/km" }),
    field("capacidad_a", "ampacity_a number", "Capacidad", { unit: "A" }),
    field("capacidad_max_a", "peak_ampacity_a number", "Capacidad máxima", { unit: "A" }),
    field("codigo_activo", "asset_code text", "Código de activo"),
    field("uar", "uar text", "Unidad de adición y retiro (UAR)"),
  ],
};

const month = field("mes", "period period", "Mes");
const energy = field("energia_kwh", "energy_kwh decimal", "Energía", { unit: "kWh" });
const least = field("demanda_min_kw", "min_demand decimal", "Demanda mínima");
const most = field("demanda_max_kw", "max_demand decimal", "Demanda máxima");

const feederDemand: NetworkTable = {
  name: "demanda_alimentadores",
  title: "Demanda mensual de los alimentadores",
  table: "network_demand",
  key: ["asset_id", "period"],
  fields: [
    field("alimentador_id", "asset_id code", "Alimentador", { refersTo: "alimentadores" }),
    month,
    energy,
    least,
    most,
    field("energia_facturada_kwh", "billed_kwh decimal", "Energía facturada", { unit: "kWh" }),
  ],
};

const transformerDemand: NetworkTable = {
  name: "demanda_transformadores",
  title: "Demanda mensual de los transformadores",
  table: "network_demand",
  key: ["asset_id", "period"],
  fields: [
    field("transformador_id", "asset_id code", "Transformador", { refersTo: "transformadores" }),
    month,
    energy,
    least,
    most,
    field("observacion", "note text", "Observación"),
  ],
};

const surcharge = (name: string, stored: string, title: string) => field(name, `${stored} decimal`, title);

const vnr: NetworkTable = {
  name: "vnr",
  title: "Recargos por código VNR",
  table: "vnr",
  key: ["code"],
  fields: [
    field("codigo", "code text", "Código VNR"),
    field("descripcion", "description text", "Descripción"),
    field("unidad", "unit text", "Unidad"),
    surcharge("flete_bodega", "warehouse_freight", "Flete Bodega"),
    surcharge("bodega", "warehouse", "Bodega"),
    surcharge("flete_obra", "site_freight", "Flete Obra"),
    surcharge("costo_ingenieria", "engineering", "Costo de Ingeniería"),
    surcharge("intereses_intercalarios", "interim_interest", "Int. intercalarios"),
    surcharge("gastos_generales", "overhead", "Gastos generales"),
  ],
};

export const networkTables: readonly NetworkTable[] = [wires, feederDemand, transformerDemand, vnr];
