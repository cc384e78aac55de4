import type { BillDetail, HistoryRow, PeriodCharges } from "@/lib/billing/model";
import { CLAUSE_14, letterOf, PERIODS_REPEATED, type Letter } from "@/lib/jurisdiction/co/invoice";
import { decimalText, sumOf } from "@/lib/kernel/decimal";
import {
  formatAmount,
  formatDate,
  formatMoney,
  formatNumber,
  formatPeriod,
  formatPeriodLabel,
  UNKNOWN,
} from "@/lib/kernel/format";
import type { UsagePointInformation } from "@/lib/metering/model";
import { lineItemSum, readingWords } from "../domain/billing-words";
import type { Sheet, SheetBlock } from "./sheet";
import type { SheetStyle } from "./sheets";

export interface Invoice {
  bill: BillDetail;
  charges: PeriodCharges;
  supply: UsagePointInformation;
  /** The company's own tax number, as printed. */
  companyIdentity: string;
  /** The months before, newest first. */
  history: readonly HistoryRow[];
  /** Bills that fell due before this one was issued, and are still not paid. */
  owed: readonly HistoryRow[];
}

/** A Colombian invoice with what clause 14 of the contract asks for; S/I where the company has not loaded it. */
export function invoiceSheet(style: SheetStyle, invoice: Invoice): Sheet {
  const { bill, charges } = invoice;
  const { numbers, company } = style;
  const label = `Factura ${bill.folio ?? bill.document}`;
  return {
    company,
    title: label,
    lead: [`${formatPeriod(charges.period)}, emitida el ${formatDate(bill.issuedOn)}.`],
    answer: { label: "Valor total", value: formatMoney(bill.totalAmount, numbers) },
    blocks: [
      facts("La factura", invoice, style, ["a", "b", "c", "d", "h"]),
      facts("La lectura", invoice, style, ["e", "f", "g"]),
      consumptionBlock(invoice, style),
      chargesBlock(invoice, style),
      facts("Dentro de los cargos", invoice, style, ["l", "m", "n", "p", "q", "s"]),
      facts("Además", invoice, style, ["k", "r"]),
    ],
  };
}

/** What each letter says. Letters i and j are tables of their own. */
export function said(letter: Exclude<Letter, "i" | "j">, invoice: Invoice, style: SheetStyle): string {
  const { bill, charges, supply, owed } = invoice;
  const { numbers, company } = style;
  const [reading] = charges.readings;
  switch (letter) {
    case "a":
      return `${company.name}, NIT ${invoice.companyIdentity}`;
    case "b":
      return `${supply.holder?.name ?? UNKNOWN}. ${supply.address}, ${supply.comuna}, ${supply.region}`;
    case "c":
      return supply.pricingStructure ?? UNKNOWN;
    case "d": {
      const used = bill.consumptionKwh ? `${formatNumber(bill.consumptionKwh, numbers)} kWh` : UNKNOWN;
      return `${formatDate(bill.servedFrom)} a ${formatDate(bill.servedTo)}: ${used}, ${formatMoney(bill.totalAmount, numbers)}`;
    }
    case "e":
      return readingWords(reading?.previous ?? null, numbers);
    case "f":
      return readingWords(reading?.current ?? null, numbers);
    case "g":
      return reading?.current.quality === "actual" ? "El medidor fue leído" : `${UNKNOWN}, sin lectura`;
    case "h":
      return `Pago oportuno: ${bill.dueOn ? formatDate(bill.dueOn) : UNKNOWN}. Suspensión: ${UNKNOWN}. Total: ${formatMoney(bill.totalAmount, numbers)}`;
    case "k":
      return owed.length === 0
        ? "Ninguna"
        : `${formatMoney(sumOf(owed.map((row) => row.settlement?.owedAmount ?? row.totalAmount ?? decimalText(0))), numbers)} en ${owed.length} ${owed.length === 1 ? "factura" : "facturas"}`;
    case "l":
      return `${amountUnder(letter, bill, style)}. Tasa: ${UNKNOWN}`;
    case "m":
      return `${amountUnder(letter, bill, style)}. Base: ${UNKNOWN}`;
    case "n":
      return `${amountUnder(letter, bill, style)}. Porcentaje: ${UNKNOWN}`;
    case "p":
      return amountUnder(letter, bill, style);
    case "q":
      return `${bill.lineItems.filter(({ description }) => letterOf(description) === null).length} cargos, en la tabla`;
    case "r":
      return UNKNOWN;
    case "s": {
      const priced = bill.lineItems.find(({ unit, unitPrice }) => unit === "kWh" && unitPrice !== null);
      return priced ? `$ ${formatNumber(priced.unitPrice, numbers)} por kWh` : UNKNOWN;
    }
  }
}

/** The lines under a letter and what they add up to; that there are none is known, too. */
function amountUnder(letter: Letter, { lineItems }: BillDetail, { numbers }: SheetStyle): string {
  const own = lineItems.filter(({ description }) => letterOf(description) === letter);
  if (own.length === 0) return "Ninguno en esta factura";
  const sum = sumOf(own.map(({ amount }) => amount));
  return `${own.map(({ description }) => description).join(", ")}: $ ${formatAmount(sum, numbers)}`;
}

const facts = (
  title: string,
  invoice: Invoice,
  style: SheetStyle,
  letters: Exclude<Letter, "i" | "j">[],
): SheetBlock => ({
  kind: "facts",
  title,
  facts: letters.map((letter) => ({ term: CLAUSE_14[letter], value: said(letter, invoice, style) })),
});

function consumptionBlock({ history, supply }: Invoice, { numbers }: SheetStyle): SheetBlock {
  const { monthly, longer } = PERIODS_REPEATED;
  const rows = history.slice(0, supply.billingMonths === 1 ? monthly : longer);
  return {
    kind: "table",
    title: CLAUSE_14.i,
    columns: [
      { header: "Período", share: 3 },
      { header: "Consumo", unit: "kWh", share: 2, numeric: true },
    ],
    rows: rows.map((row) => [formatPeriodLabel(row.period), formatNumber(row.consumptionKwh, numbers)]),
  };
}

function chargesBlock({ bill }: Invoice, { numbers }: SheetStyle): SheetBlock {
  return {
    kind: "table",
    title: CLAUSE_14.j,
    columns: [
      { header: "Cargo", share: 6 },
      { header: "Cálculo", share: 4 },
      { header: "Valor", unit: "$", share: 2, numeric: true },
    ],
    rows: [
      ...bill.lineItems.map((item) => [
        item.description,
        lineItemSum(item, numbers) ?? "",
        formatAmount(item.amount, numbers),
      ]),
      ["IVA", "", formatAmount(bill.taxAmount, numbers)],
      ["Total", "", formatAmount(bill.totalAmount, numbers)],
    ],
  };
}
