import type { ResourceName } from "../../loading/model.ts";
import type { Bill } from "./bill.ts";
import type { SupplyHistory } from "./history.ts";
import type { Holder } from "./plan.ts";

/** A row of the package, by column. */
export type Row = Readonly<Record<string, string | number | null>>;
export type Rows = Record<ResourceName, Row[]>;

const holderRow = ({ isBusiness: _, ...columns }: Holder): Row => columns;

const billKey = ({ supply, period, document }: Bill) => ({
  suministro: supply,
  periodo: period,
  documento: document,
});

const billRow = (bill: Bill): Row => ({
  ...billKey(bill),
  tipo_dte: bill.tipoDte,
  folio: bill.folio,
  emision: bill.issuedOn,
  vencimiento: bill.dueOn,
  desde: bill.from,
  hasta: bill.to,
  consumo_kwh: bill.kwh,
  afecto: bill.taxable,
  exento: bill.exempt,
  iva: bill.tax,
  total: bill.total,
  anulada: bill.cancelledOn,
  reemplaza: bill.replaces,
});

const chargeRows = (bill: Bill): Row[] =>
  bill.charges.map(({ glosa, monto, afecto, cantidad, unidad, precio }, at) => ({
    ...billKey(bill),
    linea: at + 1,
    glosa,
    cantidad: cantidad ?? null,
    unidad: unidad ?? null,
    precio_unitario: precio ?? null,
    monto,
    afecto: afecto ? "SI" : "NO",
  }));

/** A holder of several supplies is one row. */
function holderRows(holders: readonly Holder[]): Row[] {
  const byDocument = new Map(holders.map((holder) => [holder.documento, holderRow(holder)]));
  return [...byDocument.values()];
}

/** What no history tells. */
type CompanyRows = Pick<Rows, "glosas" | "documentos" | "calendarios">;

/** The rows of all supplies. */
export function companyRows(histories: readonly SupplyHistory[], beside: CompanyRows): Rows {
  const each = histories.map(supplyRows);
  return {
    ...beside,
    titulares: holderRows(histories.flatMap(({ agreements }) => agreements.map(({ holder }) => holder))),
    suministros: each.flatMap(({ suministros }) => suministros),
    contratos: each.flatMap(({ contratos }) => contratos),
    medidores: each.flatMap(({ medidores }) => medidores),
    lecturas: each.flatMap(({ lecturas }) => lecturas),
    boletas: each.flatMap(({ boletas }) => boletas),
    cargos: each.flatMap(({ cargos }) => cargos),
    pagos: each.flatMap(({ pagos }) => pagos),
  };
}

function supplyRows({
  plan,
  tariff,
  ...history
}: SupplyHistory): Omit<Rows, "titulares" | keyof CompanyRows> {
  const supply = { suministro: plan.number };
  return {
    suministros: [
      { ...supply, ...plan.place, tarifa: tariff, meses_facturacion: plan.billingMonths, ...plan.technical },
    ],
    contratos: history.agreements.map(({ holder, from, to }) => {
      return { ...supply, titular: holder.documento, desde: from, hasta: to };
    }),
    medidores: history.meters.map(({ serial, installedOn, removedOn }) => {
      return { ...supply, medidor: serial, instalado: installedOn, retirado: removedOn };
    }),
    lecturas: history.readings.map(({ serial, period, kind, readOn, kwh }) => {
      return { ...supply, medidor: serial, periodo: period, tipo: kind, fecha: readOn, lectura_kwh: kwh };
    }),
    boletas: history.bills.map(billRow),
    cargos: history.bills.flatMap(chargeRows),
    pagos: history.payments.map(({ number, paidOn, amount, document, method }) => {
      return { ...supply, pago: number, fecha: paidOn, monto: amount, documento: document, medio: method };
    }),
  };
}
