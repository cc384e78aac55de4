import { compareYears, unknownPeriods } from "@/lib/billing/history";
import type { BillDetail, BillReading, HistoryRow, LineItem } from "@/lib/billing/model";
import type { ConsumptionTax } from "@/lib/jurisdiction/jurisdiction";
import { daysBetween } from "@/lib/kernel/civil-date";
import { Decimal, decimalText } from "@/lib/kernel/decimal";
import {
  formatDate,
  formatMoney,
  formatNumber,
  formatPeriod,
  UNKNOWN,
  type NumberStyle,
} from "@/lib/kernel/format";
import type { Period } from "@/lib/kernel/period";
import type { ReadingQuality } from "@/lib/metering/model";

/** What a bill or a history says in sentences: the same on page, print and PDF. */

export const READING_WORDS: Record<ReadingQuality, string> = {
  actual: "leída en terreno",
  estimated: "estimada",
  missing: "sin lectura",
};

const month = (value: Period) => formatPeriod(value).split(" de ")[0] ?? "";

/** "Entre enero y agosto de 2020 usó 3.102 kWh, un 12 % menos que en los mismos meses de 2019 (3.512 kWh)." */
export function comparisonSentence(rows: readonly HistoryRow[], style: NumberStyle): string | null {
  const compared = compareYears(rows);
  if (!compared) return null;
  const { from, to, consumptionKwh, previousKwh, changePercent } = compared;
  const when = from === to ? `En ${formatPeriod(to)}` : `Entre ${month(from)} y ${formatPeriod(to)}`;
  const change =
    changePercent === 0
      ? "lo mismo que"
      : `un ${Math.abs(changePercent)} % ${changePercent < 0 ? "menos" : "más"} que`;
  const year = Number(to.slice(0, 4)) - 1;
  const before = `en ${from === to ? "el mismo mes" : "los mismos meses"} de ${year}`;
  return `${when} usó ${formatNumber(consumptionKwh, style)} kWh, ${change} ${before} (${formatNumber(previousKwh, style)} kWh).`;
}

/** "Junio de 2020 es el mes de mayor consumo; agosto de 2020, el de menor." */
export function extremesSentence(rows: readonly HistoryRow[]): string {
  const known = rows.filter((row) => row.consumptionKwh !== null);
  const [least, ...rest] = known.toSorted((a, b) =>
    new Decimal(a.consumptionKwh ?? 0).cmp(b.consumptionKwh ?? 0),
  );
  const most = rest.at(-1);
  if (!least || !most) return "";
  const named = formatPeriod(most.period);
  return `${named.charAt(0).toUpperCase()}${named.slice(1)} es el mes de mayor consumo; ${formatPeriod(least.period)}, el de menor.`;
}

const list = (words: readonly string[]) =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} y ${words.at(-1)}`;

/** "De septiembre y octubre de 2020 no hay información: no son consumos en cero." */
export function unknownSentence(rows: readonly HistoryRow[]): string | null {
  const periods = unknownPeriods(rows);
  if (periods.length === 0) return null;
  if (periods.length > 6) return `De ${periods.length} meses no hay información: no son consumos en cero.`;
  const years = [...new Set(periods.map((period) => period.slice(0, 4)))];
  const named = years.map(
    (year) => `${list(periods.filter((period) => period.startsWith(year)).map(month))} de ${year}`,
  );
  const verb = periods.length === 1 ? "no es un consumo" : "no son consumos";
  return `De ${list(named)} no hay información: ${verb} en cero.`;
}

/** "286 kWh × $ 17,125", "286 kWh", or null when the bill gives only the amount. */
export function lineItemSum(item: LineItem, style: NumberStyle): string | null {
  if (item.quantity === null) return null;
  const quantity = [formatNumber(item.quantity, style), item.unit].filter(Boolean).join(" ");
  return item.unitPrice === null ? quantity : `${quantity} × $\u00a0${formatNumber(item.unitPrice, style)}`;
}

/** "IVA 19 % de 46.604"; the rate is what the law said on the day of issue. */
export function taxLabel(bill: BillDetail, tax: ConsumptionTax, style: NumberStyle): string {
  const rate = tax.rate(bill.issuedOn);
  if (rate === null) return tax.name;
  const percent = decimalText(new Decimal(rate).times(100));
  return `${tax.name} ${formatNumber(percent, style)} % de ${formatNumber(bill.taxableAmount, style)}`;
}

/** "18.688 kWh, 29 de enero de 2020, leída en terreno" */
export function readingWords(reading: BillReading["current"] | null, style: NumberStyle): string {
  if (!reading || reading.registerKwh === null) return UNKNOWN;
  const when = reading.readOn && formatDate(reading.readOn);
  return [`${formatNumber(reading.registerKwh, style)} kWh`, when, READING_WORDS[reading.quality]]
    .filter(Boolean)
    .join(", ");
}

/** "18.688 − 18.402 = 286 kWh", or null where one of the two is unknown. */
export function readingDifference({ current, previous }: BillReading, style: NumberStyle): string | null {
  if (current.registerKwh === null || !previous || previous.registerKwh === null) return null;
  const difference = decimalText(new Decimal(current.registerKwh).minus(previous.registerKwh));
  const [now, before, used] = [current.registerKwh, previous.registerKwh, difference].map((value) =>
    formatNumber(value, style),
  );
  return `${now} − ${before} = ${used} kWh`;
}

/** "El medidor avanzó 286 kWh en 31 días: 9,2 kWh por día." */
export function consumptionSentence({ current, previous }: BillReading, style: NumberStyle): string | null {
  if (current.registerKwh === null || !previous || previous.registerKwh === null) return null;
  if (!current.readOn || !previous.readOn) return null;
  const used = new Decimal(current.registerKwh).minus(previous.registerKwh);
  const days = daysBetween(previous.readOn, current.readOn);
  if (days <= 0) return null;
  const daily = formatNumber(decimalText(used.div(days).toDecimalPlaces(1)), style);
  return `El medidor avanzó ${formatNumber(decimalText(used), style)} kWh en ${days} días: ${daily} kWh por día.`;
}

/** Why the history and the printed bill say different amounts, for bills that bear tax. */
export function netExplanation(bill: BillDetail, taxName: string, style: NumberStyle): string {
  return `El historial muestra los cargos netos, sin ${taxName}: ${formatMoney(bill.netAmount, style)}. Su boleta de papel suma el ${taxName} y dice ${formatMoney(bill.totalAmount, style)}. Es la misma boleta.`;
}
