import { stringify } from "csv-stringify/sync";
import { jurisdictionOf } from "../../jurisdiction/jurisdictions.ts";
import { addDays, day, type CivilDate } from "../../kernel/civil-date.ts";
import { decimalText } from "../../kernel/decimal.ts";
import { addMonths, firstDayOf, type Period } from "../../kernel/period.ts";
import { descriptorOf } from "../../loading/descriptor.ts";
import type { ResourceName } from "../../loading/model.ts";
import { resources } from "../../loading/resources.ts";
import { billedMonths, REGISTER, UNREAD, type BilledMonth, type Charge } from "./supply-11261.ts";

type Row = Record<string, string | number | null>;

const SUPPLY = { suministro: "11261" };
const METER = { ...SUPPLY, medidor: "5107733" };
/** The folio of January 2020; the cooperative issues some four thousand a month. */
const FIRST_FOLIO = 1_046_213;
const FOLIOS_A_MONTH = 4_117;
const BOLETA = 39;

const holder = {
  documento: "11111111-1",
  nombre: "Rosa Inés Barría Oyarzún",
  correo: "rosa.barria@correo.example",
};

const usagePoint = {
  ...SUPPLY,
  direccion: "Fundo El Arrayán s/n",
  comuna: "Río Bueno",
  region: "Región de Los Ríos",
  tarifa: "BT1",
  meses_facturacion: 1,
  capacidad_empalme_kva: 15,
  transformador: "TRANSF.TRIF.15 KVA.13200 V.",
  transformador_kva: 15,
  nivel_tension: "AT",
};

/** Meters are read on the 29th, or on the last day of a shorter month. */
function readingDay(month: Period): CivilDate {
  const lastDay = addDays(firstDayOf(addMonths(month, 1)), -1);
  const usual = addDays(firstDayOf(month), 28);
  return usual < lastDay ? usual : lastDay;
}

function readings(months: readonly BilledMonth[]): Row[] {
  const december = months.findIndex(({ period }) => period === REGISTER.period);
  const until = (count: number) => months.slice(0, count).reduce((sum, { kwh }) => sum + kwh, 0);
  const start = REGISTER.kwh - until(december + 1);
  const read = months.map(({ period, estimated }, at) => ({
    ...METER,
    periodo: period,
    tipo: estimated ? "estimada" : "real",
    fecha: readingDay(period),
    lectura_kwh: start + until(at + 1),
  }));
  return [...read, ...UNREAD.map((period) => ({ ...METER, periodo: period, tipo: "sin_lectura" }))];
}

const billKey = (month: Period) => ({ ...SUPPLY, periodo: month, documento: `B${month.replace("-", "")}` });
const sum = (charges: readonly Charge[]) => charges.reduce((total, { monto }) => total + monto, 0);

function bill({ period, kwh, dte, charges }: BilledMonth, at: number, months: readonly BilledMonth[]): Row {
  const emision = addDays(firstDayOf(addMonths(period, 1)), -1);
  const afecto = sum(charges.filter((charge) => charge.afecto));
  const exento = sum(charges.filter((charge) => !charge.afecto));
  const iva = Number(jurisdictionOf("cl").tax.of(decimalText(afecto), emision));
  const firstDte = months.findIndex((month) => month.dte);
  return {
    ...billKey(period),
    tipo_dte: dte ? BOLETA : null,
    folio: dte ? FIRST_FOLIO + (at - firstDte) * FOLIOS_A_MONTH : null,
    emision,
    vencimiento: addDays(emision, 30),
    desde: addDays(readingDay(addMonths(period, -1)), 1),
    hasta: readingDay(period),
    consumo_kwh: kwh,
    afecto,
    exento,
    iva,
    total: afecto + exento + iva,
  };
}

const chargeRows = ({ period, charges }: BilledMonth): Row[] =>
  charges.map(({ glosa, monto, afecto, cantidad, unidad, precio }, at) => ({
    ...billKey(period),
    linea: at + 1,
    glosa,
    cantidad: cantidad ?? null,
    unidad: unidad ?? null,
    precio_unitario: precio ?? null,
    monto,
    afecto: afecto ? "SI" : "NO",
  }));

/** The demonstration company's package, file by file; the same bytes every time. */
export function losNotrosPackage(): { path: string; content: string }[] {
  const months = billedMonths();
  const rows: Record<ResourceName, Row[]> = {
    titulares: [holder],
    suministros: [usagePoint],
    contratos: [{ ...SUPPLY, titular: holder.documento, desde: day("2014-03-17") }],
    medidores: [{ ...METER, instalado: day("2014-03-20") }],
    lecturas: readings(months),
    boletas: months.map(bill),
    cargos: months.flatMap(chargeRows),
    pagos: [],
    glosas: [],
    documentos: [],
  };
  const descriptor = descriptorOf("los-notros", "Cooperativa Eléctrica Los Notros: demostración", resources);
  return [
    { path: "datapackage.json", content: `${JSON.stringify(descriptor, null, 2)}\n` },
    ...resources.map(({ name, columns }) => ({
      path: `${name}.csv`,
      content: stringify(rows[name], { header: true, columns: columns.map((column) => column.name) }),
    })),
  ];
}
