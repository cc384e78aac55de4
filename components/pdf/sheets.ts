import type { BillDetail, ConsumptionHistory, HistoryRow, PeriodCharges } from "@/lib/billing/model";
import {
  capitalised,
  formatAmount,
  formatDate,
  formatMoney,
  formatNumber,
  formatPeriod,
  formatPeriodLabel,
  UNKNOWN,
  type NumberStyle,
} from "@/lib/kernel/format";
import type { ConsumptionTax, Words } from "@/lib/jurisdiction/jurisdiction";
import type { UsagePointHeading } from "@/lib/metering/model";
import {
  adjustmentWords,
  comparisonSentence,
  consumptionSentence,
  lineItemSum,
  netExplanation,
  readingDifference,
  READING_WORDS,
  STATE_WORDS,
  stateWords,
  readingWords,
  taxLabel,
  unknownSentence,
} from "../domain/billing-words";
import type { FactGroup } from "../domain/usage-point-facts";
import type { Sheet, SheetBlock } from "./sheet";

/** How the company and its country put words and numbers on a document. */
export interface SheetStyle {
  company: Sheet["company"];
  numbers: NumberStyle;
  tax: ConsumptionTax;
  words: Words;
}

export const place = (usagePoint: UsagePointHeading) =>
  `Suministro ${usagePoint.number} · ${usagePoint.address}, ${usagePoint.comuna}, ${usagePoint.region}`;

/** The supplies of a person, each with its last bill. */
export function desktopSheet(
  { company, numbers, tax, words }: SheetStyle,
  supplies: (Pick<ConsumptionHistory, "usagePoint" | "owed" | "account"> & {
    last: HistoryRow | undefined;
  })[],
): Sheet {
  return {
    company,
    title: "Escritorio",
    lead: [
      supplies.length === 0
        ? "Todavía no tiene suministros vinculados."
        : `Sus suministros y su última ${words.bill}.`,
    ],
    blocks: supplies.map(({ usagePoint, last, owed, account }) => ({
      kind: "facts",
      title: place(usagePoint),
      facts: [
        { term: "Debe", value: formatMoney(account?.owedAmount ?? null, numbers) },
        ...owed.map((bill) => ({
          term: `${capitalised(words.bill)} de ${formatPeriod(bill.period)}`,
          value: `${formatMoney(bill.settlement?.owedAmount ?? null, numbers)}, ${stateWords(bill)}`,
        })),
        { term: `Última ${words.bill}`, value: last ? formatPeriod(last.period) : UNKNOWN },
        { term: `Total con ${tax.name}`, value: formatMoney(last?.totalAmount ?? null, numbers) },
        { term: "Vencimiento", value: last?.dueOn ? formatDate(last.dueOn) : UNKNOWN },
        {
          term: "Consumo",
          value: last?.consumptionKwh ? `${formatNumber(last.consumptionKwh, numbers)} kWh` : UNKNOWN,
        },
      ],
    })),
  };
}

/** What is known of a supply, whole or one group of it. */
export function usagePointSheet(
  { company }: SheetStyle,
  usagePoint: UsagePointHeading,
  title: string,
  groups: FactGroup[],
): Sheet {
  return {
    company,
    title,
    lead: [place(usagePoint)],
    blocks: [
      ...groups.map(({ title: name, facts }): SheetBlock => ({ kind: "facts", title: name, facts })),
      { kind: "note", text: "S/I: sin información. La empresa no ha cargado ese dato." },
    ],
  };
}

/** The months of a history, as filtered and ordered by who asks. */
export function historySheet(
  { company, numbers, tax, words }: SheetStyle,
  history: ConsumptionHistory,
  rows: readonly HistoryRow[],
): Sheet {
  const sentences = [comparisonSentence(history.rows, numbers), unknownSentence(history.rows)];
  return {
    company,
    title: "Consumo y cargos históricos",
    lead: [place(history.usagePoint), ...sentences.filter((sentence) => sentence !== null)],
    blocks: [
      {
        kind: "table",
        title: "Mes a mes",
        columns: [
          { header: "Mes", share: 3 },
          { header: "Consumo", unit: "kWh", share: 2, numeric: true },
          { header: "Lectura", share: 3 },
          { header: "Cargos netos", unit: "$", share: 2.5, numeric: true },
          { header: `Total con ${tax.name}`, unit: "$", share: 2.5, numeric: true },
          { header: "Estado", share: 2.2 },
        ],
        rows: rows.map((row) => [
          formatPeriodLabel(row.period),
          formatNumber(row.consumptionKwh, numbers),
          row.quality ? READING_WORDS[row.quality] : UNKNOWN,
          formatAmount(row.netAmount, numbers),
          formatAmount(row.totalAmount, numbers),
          row.settlement ? STATE_WORDS[row.settlement.state] : UNKNOWN,
        ]),
      },
      {
        kind: "note",
        text: `S/I: sin información. La empresa no ha cargado ${words.bill} ni lectura de ese mes. Los cargos van netos, sin ${tax.name}; el total es lo que dice la ${words.bill}.`,
      },
    ],
  };
}

function billBlocks(bill: BillDetail, { numbers, tax, words }: SheetStyle): SheetBlock[] {
  return [
    {
      kind: "table",
      title: `Cargos de la ${words.bill} ${bill.folio ?? bill.document}`,
      columns: [
        { header: "Cargo", share: 6 },
        { header: "Cálculo", share: 4 },
        { header: `Afecto a ${tax.name}`, share: 2 },
        { header: "Monto", unit: "$", share: 2, numeric: true },
      ],
      rows: bill.lineItems.map((item) => [
        item.description,
        lineItemSum(item, numbers) ?? adjustmentWords(item, words.bill) ?? "",
        item.taxable ? "SI" : "NO",
        formatAmount(item.amount, numbers),
      ]),
    },
    {
      kind: "sums",
      sums: [
        {
          label: `Suma afecta a ${tax.name}`,
          value: formatAmount(bill.taxableAmount, numbers),
          weight: "plain",
        },
        {
          label: `Suma no afecta (${words.exempt})`,
          value: formatAmount(bill.exemptAmount, numbers),
          weight: "plain",
        },
        { label: "Neto", value: formatAmount(bill.netAmount, numbers), weight: "net" },
        {
          label: taxLabel(bill, tax, numbers),
          value: formatAmount(bill.taxAmount, numbers),
          weight: "plain",
        },
        { label: "Total", value: formatMoney(bill.totalAmount, numbers), weight: "total" },
      ],
    },
    { kind: "note", text: netExplanation(bill, { bill: words.bill, tax: tax.name }, numbers) },
    ...paymentBlocks(bill, words, numbers),
  ];
}

function paymentBlocks({ payments }: BillDetail, words: Words, numbers: NumberStyle): SheetBlock[] {
  if (payments.length === 0) return [];
  return [
    {
      kind: "table",
      title: `Pagos de esta ${words.bill}`,
      columns: [
        { header: "Fecha", share: 3 },
        { header: "Medio", share: 5 },
        { header: "Monto", unit: "$", share: 2, numeric: true },
      ],
      rows: payments.map(({ paidOn, method, amount }) => [
        formatDate(paidOn),
        method ?? UNKNOWN,
        formatAmount(amount, numbers),
      ]),
    },
  ];
}

/** What was billed for a period, line by line, with the readings behind it. */
export function chargesSheet(style: SheetStyle, charges: PeriodCharges, supply: FactGroup[]): Sheet {
  const { numbers, company, words } = style;
  const [first] = charges.bills;
  const readings = charges.readings.map((reading): SheetBlock => {
    const difference = readingDifference(reading, numbers);
    return {
      kind: "facts",
      title: consumptionSentence(reading, numbers) ?? "La lectura",
      facts: [
        { term: "Lectura actual", value: readingWords(reading.current, numbers) },
        { term: "Lectura anterior", value: readingWords(reading.previous, numbers) },
        ...(difference ? [{ term: "Diferencia", value: difference }] : []),
        { term: "Medidor", value: `N° ${reading.serialNumber}` },
      ],
    };
  });
  const due = charges.bills.map(
    (bill) =>
      `${capitalised(words.bill)} ${bill.folio ?? bill.document}, emitida el ${formatDate(bill.issuedOn)}` +
      (bill.dueOn ? `; vence el ${formatDate(bill.dueOn)}.` : ".") +
      (bill.settlement ? ` Estado: ${stateWords(bill)}.` : ""),
  );
  return {
    company,
    title: `Cargos de ${formatPeriod(charges.period)}`,
    lead: [place(charges.usagePoint), ...due],
    ...(charges.bills.length === 1 &&
      first && {
        answer: { label: `Total de la ${words.bill}`, value: formatMoney(first.totalAmount, numbers) },
      }),
    blocks: [
      ...charges.bills.flatMap((bill) => billBlocks(bill, style)),
      ...readings,
      ...supply.map(({ title, facts }): SheetBlock => ({ kind: "facts", title, facts })),
    ],
  };
}
