import * as type from "./column-types.ts";
import { may, must, type Column } from "./column.ts";
import type { ResourceName } from "../model.ts";
import { billIsRight, daysInOrder, readingHasValue, reviewedOnLastDay, type RowRule } from "./row-rules.ts";

/** One kind of row: the only place that says how it is read, checked, staged, published and documented. */
export interface Resource {
  name: ResourceName;
  title: string;
  columns: readonly Column[];
  /** Names of the columns that identify a row. */
  key: readonly string[];
  /** Columns whose sum is reported, to compare with the billing system's own. */
  totals: readonly string[];
  references: readonly { columns: readonly string[]; to: ResourceName }[];
  rule?: RowRule;
  /** Table where rows are published; charges live in their bill's `line_items`. */
  table: string | null;
  /** What the table holds beside the row's own columns: SQL over `s` and `join`. */
  derived?: readonly { stored: string; as: string }[];
  /** Joins the staged row `s` with what `derived` reads. */
  join?: string;
}

const supply = must("suministro", type.code, "usage_point_number", "Número de suministro (n.º de cliente)");
const billKey = [
  supply,
  must("periodo", type.period, "period", "Mes facturado"),
  must("documento", type.code, "document", "Identificador de la boleta en el sistema de facturación"),
];
const toSupply = { columns: ["suministro"], to: "suministros" } as const;

const holders: Resource = {
  name: "titulares",
  title: "Personas y empresas que contratan el suministro",
  table: "customer",
  key: ["documento"],
  totals: [],
  references: [],
  columns: [
    must(
      "documento",
      type.identity,
      "identity_number",
      "Documento de identidad, con o sin puntos: en Chile el RUT; en Colombia la CC, o el NIT con guion",
    ),
    must("nombre", type.text(200), "name", "Nombre completo o razón social"),
    may("correo", type.email, "email", "Correo de contacto"),
    may("telefono", type.phone, "phone", "Teléfono de contacto"),
  ],
};

const supplies: Resource = {
  name: "suministros",
  title: "Puntos de suministro y sus datos técnicos",
  table: "usage_point",
  key: ["suministro"],
  totals: [],
  references: [],
  columns: [
    must("suministro", type.code, "number", "Número de suministro (n.º de cliente), como está en la boleta"),
    must("direccion", type.text(200), "address", "Dirección del suministro"),
    must("comuna", type.text(80), "comuna", "Comuna"),
    must("region", type.text(80), "region", "Región, con su nombre completo"),
    may("tarifa", type.text(20), "pricing_structure", "Opción tarifaria, como BT1"),
    must(
      "meses_facturacion",
      type.choice("1", "2", "3", "6"),
      { column: "billing_months", as: "s.meses_facturacion::integer" },
      "Meses que abarca cada boleta",
    ),
    may("capacidad_empalme_kva", type.power, "service_capacity_kva", "Capacidad del empalme, en kVA"),
    may("transformador", type.text(80), "transformer_name", "Nombre del transformador que lo alimenta"),
    {
      ...may(
        "transformador_id",
        type.assetCode,
        "transformer_id",
        "`id` del transformador en la red; puede faltar la columna",
      ),
      later: true,
    },
    may("transformador_kva", type.power, "transformer_rated_kva", "Potencia del transformador, en kVA"),
    may("nivel_tension", type.choice("AT", "MT", "BT"), "voltage_level", "Nivel de tensión"),
  ],
};

const agreements: Resource = {
  name: "contratos",
  title: "Quién es titular de cada suministro, y desde y hasta qué día",
  table: "customer_agreement",
  key: ["suministro", "desde"],
  totals: [],
  references: [toSupply, { columns: ["titular"], to: "titulares" }],
  rule: daysInOrder("desde", "hasta"),
  // A holder of the same package is there by the time that contracts are published.
  join: "LEFT JOIN customer h ON h.identity_number = s.titular",
  columns: [
    supply,
    must(
      "titular",
      type.identity,
      { column: "customer_id", as: "h.id" },
      "Documento de identidad del titular",
    ),
    must("desde", type.date, "valid_from", "Primer día del contrato"),
    may("hasta", type.date, "valid_to", "Último día del contrato; vacía mientras está vigente"),
  ],
};

const meters: Resource = {
  name: "medidores",
  title: "Medidores de cada suministro, los actuales y los anteriores",
  table: "meter",
  key: ["suministro", "medidor"],
  totals: [],
  references: [toSupply],
  rule: daysInOrder("instalado", "retirado"),
  columns: [
    supply,
    must("medidor", type.code, "serial_number", "Número de serie del medidor"),
    must("instalado", type.date, "installed_on", "Día en que se instaló"),
    may("retirado", type.date, "removed_on", "Día en que se retiró; vacía mientras está instalado"),
  ],
};

const readings: Resource = {
  name: "lecturas",
  title: "Lectura del medidor con que cierra cada periodo",
  table: "meter_reading",
  key: ["suministro", "periodo", "medidor"],
  totals: [],
  references: [toSupply, { columns: ["suministro", "medidor"], to: "medidores" }],
  rule: readingHasValue,
  columns: [
    supply,
    must("medidor", type.code, "serial_number", "Número de serie del medidor"),
    must("periodo", type.period, "period", "Mes que cierra la lectura"),
    must(
      "tipo",
      type.choice("real", "estimada", "sin_lectura"),
      {
        column: "quality",
        as: "(CASE s.tipo WHEN 'real' THEN 'actual' WHEN 'estimada' THEN 'estimated' ELSE 'missing' END)::reading_quality",
      },
      "Leída en terreno, estimada, o nadie la tomó",
    ),
    may("fecha", type.date, "read_on", "Día de la lectura; vacía si el tipo es `sin_lectura`"),
    may(
      "lectura_kwh",
      type.energy,
      "register_kwh",
      "Lo que marca el medidor, en kWh; vacía si nadie lo leyó",
    ),
  ],
};

const bills: Resource = {
  name: "boletas",
  title: "Boletas y facturas emitidas",
  table: "bill",
  key: ["suministro", "periodo", "documento"],
  totals: ["consumo_kwh", "total"],
  references: [toSupply],
  rule: billIsRight,
  derived: [{ stored: "line_items", as: "coalesce(l.line_items, '[]')" }],
  join: "LEFT JOIN staging.bill_lines l USING (suministro, periodo, documento)",
  columns: [
    ...billKey,
    may(
      "tipo_dte",
      type.integer(1, 999),
      "tipo_dte",
      "Código SII del documento tributario: 39 boleta, 33 factura …",
    ),
    may("folio", type.integer(1, 9_999_999_999), "folio", "Folio del documento tributario"),
    must("emision", type.date, "issued_on", "Fecha de emisión"),
    may("vencimiento", type.date, "due_on", "Fecha de vencimiento"),
    must("desde", type.date, "served_from", "Primer día facturado"),
    must("hasta", type.date, "served_to", "Último día facturado"),
    may("consumo_kwh", type.energy, "consumption_kwh", "Consumo facturado, en kWh; vacía si no se conoce"),
    must("afecto", type.amount, "taxable_amount", "Suma de los cargos afectos, sin IVA"),
    must("exento", type.amount, "exempt_amount", "Suma de los cargos no afectos"),
    must("iva", type.amount, "tax_amount", "IVA de `afecto` (en Chile 19 %, redondeado al peso)"),
    must("total", type.amount, "total_amount", "`afecto` + `exento` + `iva`, sin saldo anterior"),
    may("anulada", type.date, "cancelled_on", "Día en que se anuló; vacía si está vigente"),
    may(
      "reemplaza",
      type.code,
      "replaces",
      "`documento` de la boleta del mismo suministro a la que reemplaza",
    ),
  ],
};

const charges: Resource = {
  name: "cargos",
  title: "Líneas de cada boleta",
  table: null,
  key: ["suministro", "periodo", "documento", "linea"],
  totals: ["monto"],
  references: [{ columns: ["suministro", "periodo", "documento"], to: "boletas" }],
  columns: [
    ...billKey,
    must("linea", type.integer(1, 99_999), "line", "Número de línea; da el orden en la boleta"),
    must("glosa", type.text(200), "description", "Texto del cargo"),
    may("cantidad", type.factor, "quantity", "Cantidad cobrada"),
    may("unidad", type.text(20), "unit", "Unidad de la cantidad, como kWh"),
    may("precio_unitario", type.factor, "unitPrice", "Precio por unidad, sin IVA"),
    must("monto", type.amount, "amount", "Monto sin IVA; negativo si es un abono"),
    must("afecto", type.choice("SI", "NO"), "taxable", "Si paga IVA"),
  ],
};

const payments: Resource = {
  name: "pagos",
  title: "Pagos recibidos de cada suministro",
  table: "payment",
  key: ["suministro", "pago"],
  totals: ["monto"],
  references: [toSupply],
  columns: [
    supply,
    must("pago", type.code, "number", "Identificador del pago en el sistema de facturación"),
    must("fecha", type.date, "paid_on", "Día del pago"),
    must("monto", type.amount, "amount", "Monto pagado; negativo si es una devolución o un reverso"),
    may(
      "documento",
      type.code,
      "document",
      "`documento` de la boleta que paga; vacía si es un abono a la cuenta",
    ),
    may("medio", type.text(40), "method", "Dónde o cómo se pagó: caja, transferencia …"),
  ],
};

const chargeDescriptions: Resource = {
  name: "glosas",
  title: "Explicación de cada cargo, en palabras sencillas",
  table: "charge_description",
  key: ["glosa"],
  totals: [],
  references: [],
  columns: [
    must("glosa", type.text(200), "description", "Texto del cargo, igual que en `cargos`"),
    must("explicacion", type.text(1000), "explanation", "Qué es y por qué se cobra"),
  ],
};

const documents: Resource = {
  name: "documentos",
  title: "Copias de documentos de cada suministro",
  table: "usage_point_document",
  key: ["suministro", "documento"],
  totals: [],
  references: [toSupply],
  derived: [
    { stored: "file_key", as: "f.key" },
    { stored: "media_type", as: "f.media_type" },
  ],
  join: "JOIN staging.files f ON f.path = s.archivo",
  columns: [
    supply,
    must("documento", type.code, "number", "Identificador del documento"),
    must(
      "tipo",
      type.choice("contrato", "modificacion", "protocolo_conexion", "ubicacion", "estudio_conexion", "otro"),
      "kind",
      "Clase de documento",
    ),
    must("titulo", type.text(200), "title", "Nombre con que se muestra"),
    may("fecha", type.date, "issued_on", "Fecha del documento"),
    must(
      "archivo",
      type.documentPath,
      { column: "file_name", as: "regexp_replace(s.archivo, '^.*/', '')" },
      "Archivo del paquete, con su carpeta: `documentos/contrato-11261.pdf`",
    ),
  ],
};

const calendars: Resource = {
  name: "calendarios",
  title: "Días feriados de cada calendario, con la norma que los manda",
  table: "calendar_day",
  key: ["calendario", "fecha", "clase"],
  totals: [],
  references: [],
  rule: reviewedOnLastDay,
  columns: [
    must("calendario", type.calendar, "calendar", "País y, si la hay, subdivisión: `CO`, `BO-P`"),
    must("fecha", type.date, "date", "Día feriado; si la clase es `revisado`, el 31 de diciembre"),
    must(
      "clase",
      type.choice("feriado", "revisado"),
      {
        column: "kind",
        as: "(CASE s.clase WHEN 'feriado' THEN 'holiday' ELSE 'reviewed' END)::calendar_day_kind",
      },
      "Un feriado, o que alguien revisó que están todos los de ese año",
    ),
    must("nombre", type.text(120), "name", "Nombre del feriado, como se explica a las personas"),
    must("norma", type.text(200), "norm", "Ley o decreto que lo manda"),
    may("fuente", type.webAddress, "url", "Dónde se lee la norma"),
    must(
      "certeza",
      type.choice("firme", "probable", "provisional"),
      {
        column: "certainty",
        as: "(CASE s.certeza WHEN 'firme' THEN 'firm' ELSE s.certeza END)::calendar_day_certainty",
      },
      "Leído en la norma, contado por otra fuente, o todavía por decretar",
    ),
  ],
};

/** Every resource, each after those it refers to. */
export const resources: readonly Resource[] = [
  holders,
  supplies,
  agreements,
  meters,
  readings,
  bills,
  charges,
  payments,
  chargeDescriptions,
  documents,
  calendars,
];

export function resourceNamed(name: ResourceName): Resource {
  const found = resources.find((resource) => resource.name === name);
  if (!found) throw new Error(`no resource ${name}`);
  return found;
}
