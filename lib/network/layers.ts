import { field, type Field, type GeometryKind, type LayerName } from "./fields.ts";

/** A kind of asset of the network, and how the exchange package, the portal and its open data carry it. */
export interface Layer {
  name: LayerName;
  /** One of them, and how the page of one begins: "Transformador 1_152". */
  singular: string;
  title: string;
  description: string;
  table: string;
  geometry: GeometryKind;
  /** The first is `id`. */
  fields: readonly Field[];
}

const feeder = field("alimentador_id", "feeder_id code", "Alimentador", { refersTo: "alimentadores" });
const substation = field("subestacion_id", "substation_id code", "Subestación", {
  refersTo: "subestaciones",
});
const region = field("region", "region text", "Región");
const comuna = field("comuna", "comuna text", "Comuna");
const comunaCode = field("comuna_codigo", "comuna_code text", "Código de la comuna");
const node = field("nodo_id", "pole_id code", "Poste", { refersTo: "postes" });
const phases = field("fases", "phases text", "Fases");
const ownership = field("propiedad", "ownership text", "Propiedad");
const connected = field("fecha_conexion", "connected_on date", "Fecha de conexión");
const zone = field("zona", "zone text", "Zona");
const generators = field("gd_n", "generator_count integer", "Generadores conectados");
const generation = field("gd_kw", "generation_kw number", "Generación conectada", { unit: "kW" });
const mvCustomers = field("n_clientes_mt", "mv_customer_count integer", "Clientes en media tensión");
/** Codes by which the regulator values an asset: Chile's VNR, and its analogue where there is none. */
const valuation = [
  field("codigo_vnr", "vnr_code text", "Código VNR"),
  field("codigo_activo", "asset_code text", "Código de activo"),
  field("uar", "uar text", "Unidad de adición y retiro (UAR)"),
];
const id = field("id", "id code", "Identificador");

export const substations: Layer = {
  name: "subestaciones",
  singular: "Subestación",
  title: "Subestaciones",
  description: "Subestaciones de distribución de donde salen los alimentadores.",
  table: "substation",
  geometry: "Point",
  fields: [
    id,
    field("nombre", "name text", "Nombre"),
    region,
    comuna,
    ownership,
    field("barras_kv", "busbars_kv text", "Barras", { unit: "kV" }),
    field("n_alimentadores", "feeder_count integer", "Alimentadores declarados"),
    field("descripcion", "description text", "Descripción"),
  ],
};

export const feeders: Layer = {
  name: "alimentadores",
  singular: "Alimentador",
  title: "Alimentadores",
  description: "Líneas de media tensión que salen de una subestación, con todo lo que alimentan.",
  table: "feeder",
  geometry: "MultiLineString",
  fields: [
    id,
    field("nombre", "name text", "Nombre"),
    field("tipo", "kind text", "Tipo"),
    field("distribuidora", "distributor text", "Distribuidora"),
    field("nodo_distribucion", "distribution_node text", "Nodo de distribución"),
    substation,
    region,
    field("comunas", "comunas text", "Comunas"),
    field("tension_kv", "voltage_kv number", "Tensión nominal", { unit: "kV" }),
    field("tension_operacion_pu", "operating_voltage_pu number", "Tensión de operación", { unit: "p.u." }),
    field("longitud_mt_km", "mv_length_km number", "Longitud en media tensión", { unit: "km" }),
    field("longitud_bt_km", "lv_length_km number", "Longitud en baja tensión", { unit: "km" }),
    field("n_transformadores", "transformer_count integer", "Transformadores declarados"),
    field("kva_instalados", "installed_kva number", "Potencia instalada", { unit: "kVA" }),
    field("n_clientes_bt", "lv_customer_count integer", "Clientes en baja tensión"),
    mvCustomers,
    generators,
    generation,
    field("energia_anual_kwh", "annual_energy_kwh number", "Energía del año", { unit: "kWh" }),
  ],
};

export const transformers: Layer = {
  name: "transformadores",
  singular: "Transformador",
  title: "Transformadores",
  description: "Transformadores de distribución.",
  table: "power_transformer",
  geometry: "Point",
  fields: [
    id,
    field("nombre", "name text", "Nombre"),
    feeder,
    substation,
    region,
    comuna,
    comunaCode,
    node,
    field("placa_poste", "pole_plate text", "Placa del poste"),
    field("potencia_kva", "rated_kva number", "Capacidad", { unit: "kVA" }),
    field("conexion", "connection text", "Conexión"),
    field("tension", "voltage_level text", "Tensión"),
    field("tension_primaria_kv", "primary_kv number", "Tensión primaria", { unit: "kV" }),
    field("tension_secundaria_kv", "secondary_kv number", "Tensión secundaria", { unit: "kV" }),
    phases,
    field("fases_secundario", "secondary_phases text", "Fases del secundario"),
    field("tipo", "kind text", "Tipo"),
    field("mrt_swer", "earth_return boolean", "Retorno por tierra (SWER)"),
    field("montaje", "mounting text", "Montaje"),
    ownership,
    field("estado", "status text", "Estado"),
    field("perdida_hierro_w", "no_load_loss_w number", "Pérdidas en el hierro", { unit: "W" }),
    field("perdida_total_w", "total_loss_w number", "Pérdidas totales", { unit: "W" }),
    field("tap", "tap number", "Tap"),
    field("fusible", "fuse text", "Fusible"),
    connected,
    ...valuation,
    field("n_clientes", "customer_count integer", "Clientes en baja tensión"),
    mvCustomers,
    generators,
    generation,
  ],
};

export const poles: Layer = {
  name: "postes",
  singular: "Poste",
  title: "Postes",
  description: "Postes y otros puntos de apoyo: los nodos de la red.",
  table: "pole",
  geometry: "Point",
  fields: [
    id,
    field("tipo", "kind text", "Tipo"),
    field("estructura", "structure text", "Estructura"),
    field("material", "material text", "Material"),
    field("altura_m", "height_m number", "Altura", { unit: "m" }),
    field("esfuerzo_dan", "strength_dan number", "Esfuerzo", { unit: "daN" }),
    region,
    comuna,
    comunaCode,
    zone,
    ownership,
    ...valuation,
    field("alimentadores", "feeder_ids text", "Alimentadores"),
  ],
};

export const spans: Layer = {
  name: "vanos",
  singular: "Vano",
  title: "Vanos",
  description: "Tramos de línea de un poste al siguiente, en media y en baja tensión.",
  table: "span",
  geometry: "LineString",
  fields: [
    id,
    field("id_fuente", "source_id text", "Identificador en la fuente"),
    field("nivel", "voltage_level text", "Tensión"),
    field("tension_kv", "voltage_kv number", "Tensión nominal", { unit: "kV" }),
    feeder,
    field("transformador_id", "transformer_id code", "Transformador", { refersTo: "transformadores" }),
    substation,
    field("nodo_origen", "from_pole_id code", "Nodo origen", { refersTo: "postes" }),
    field("nodo_destino", "to_pole_id code", "Nodo destino", { refersTo: "postes" }),
    field("extension_m", "length_m number", "Extensión", { unit: "m" }),
    field("extension_geom_m", "drawn_length_m number", "Extensión según el dibujo", { unit: "m" }),
    field("tipo_conductor", "conductor text", "Tipo de conductor"),
    field("conductor_id", "wire_id text", "Conductor"),
    ...valuation,
    field("capacidad_a", "ampacity_a number", "Capacidad del conductor", { unit: "A" }),
    phases,
    field("fases_fuente", "source_phases text", "Fases en la fuente"),
    field("instalacion", "installation text", "Instalación"),
    zone,
    ownership,
  ],
};

export const equipment: Layer = {
  name: "equipos",
  singular: "Equipo",
  title: "Equipos",
  description: "Equipos de maniobra, protección, regulación y compensación.",
  table: "conducting_equipment",
  geometry: "Point",
  fields: [
    id,
    field("clase", "class text", "Clase"),
    field("tipo", "kind text", "Tipo"),
    field("tipo_codigo", "kind_code text", "Código del tipo"),
    field("estado", "normal_state text", "Estado normal"),
    field("corriente_nominal_a", "rated_current_a number", "Corriente nominal", { unit: "A" }),
    field("elemento_fusible", "fuse_link text", "Elemento fusible"),
    field("potencia", "power number", "Potencia"),
    field("unidad_potencia", "power_unit text", "Unidad de la potencia"),
    field("telecontrol", "remote_control boolean", "Telecontrol"),
    phases,
    feeder,
    substation,
    node,
    region,
    comuna,
    ownership,
    connected,
    ...valuation,
  ],
};

/** Every layer, each after those it refers to, but for spans, which come after the transformers they leave from. */
export const layers: readonly Layer[] = [substations, feeders, poles, transformers, spans, equipment];

export function layerNamed(name: LayerName): Layer {
  const found = layers.find((layer) => layer.name === name);
  if (!found) throw new Error(`no layer ${name}`);
  return found;
}

/** Columns that only layers drawn as points, or only those drawn as lines, have beside their fields. */
export const hasField = ({ fields }: Layer, stored: string) => fields.some((one) => one.stored === stored);
