import type { BillState } from "@/lib/billing/account";
import { adjustmentOf, type Adjustment } from "@/lib/billing/adjustment";
import { compareMonth, compareYears, unknownPeriods } from "@/lib/billing/history";
import type { BillDetail, BillReading, HistoryRow, LineItem } from "@/lib/billing/model";
import type { ConsumptionTax } from "@/lib/jurisdiction/jurisdiction";
import { daysBetween, type CivilDate } from "@/lib/kernel/civil-date";
import { Decimal, decimalText, type DecimalText } from "@/lib/kernel/decimal";
import {
  capitalised,
  formatDate,
  formatMoney,
  formatNumber,
  formatPeriod,
  UNKNOWN,
  type NumberStyle,
} from "@/lib/kernel/format";
import type { Period } from "@/lib/kernel/period";
import { registerAdvance } from "@/lib/metering/consumption";
import type { ReadingQuality } from "@/lib/metering/model";

/** What a bill or a history says in sentences: the same on page, print and PDF. */

export const READING_WORDS: Record<ReadingQuality, string> = {
  actual: "leída en terreno",
  estimated: "estimada",
  missing: "sin lectura",
};

export const STATE_WORDS: Record<BillState, string> = {
  paid: "Pagada",
  owed: "Por pagar",
  overdue: "Vencida",
};

/** What a line that is no charge does; `bill` is the country's word for the bill. */
const ADJUSTMENT_WORDS: Record<Adjustment, (bill: string) => string> = {
  subsidy: (bill) => `Subsidio: se descuenta de su ${bill}.`,
  recalculation: (bill) => `Reliquidación: corrige lo cobrado en ${bill}s anteriores.`,
  compensation: (bill) => `Compensación: se le devuelve en esta ${bill}.`,
  credit: (bill) => `Abono: se descuenta de su ${bill}.`,
};

/** "Subsidio: se descuenta de su boleta.", or null for a charge. */
export function adjustmentWords(item: LineItem, bill: string): string | null {
  const adjustment = adjustmentOf(item);
  return adjustment && ADJUSTMENT_WORDS[adjustment](bill);
}

/** "pagada el 26 de febrero de 2020", "vencida el …", "por pagar hasta el …", or that it is not known. */
export function stateWords({ settlement, dueOn }: Pick<HistoryRow, "settlement" | "dueOn">): string {
  if (!settlement) return UNKNOWN;
  const { state, paidOn } = settlement;
  const when =
    state === "paid"
      ? paidOn && ` el ${formatDate(paidOn)}`
      : dueOn && `${state === "owed" ? " hasta" : ""} el ${formatDate(dueOn)}`;
  return `${STATE_WORDS[state].toLowerCase()}${when ?? ""}`;
}

/** "Hace 17 días.", "Vence hoy.", "Faltan 14 días." */
export function daysWords(dueOn: CivilDate, today: CivilDate): string {
  const days = daysBetween(today, dueOn);
  const counted = Math.abs(days) === 1 ? "1 día" : `${Math.abs(days)} días`;
  if (days === 0) return "Vence hoy.";
  return days < 0 ? `Hace ${counted}.` : days === 1 ? "Falta 1 día." : `Faltan ${counted}.`;
}

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

/** "En abril de 2026 usó 231 kWh, 19 más que en abril de 2025." */
export function monthSentence(rows: readonly HistoryRow[], style: NumberStyle): string | null {
  const compared = compareMonth(rows);
  if (!compared) return null;
  const { period, consumptionKwh, previousKwh } = compared;
  const used = `En ${formatPeriod(period)} usó ${formatNumber(consumptionKwh, style)} kWh`;
  if (previousKwh === null) return `${used}. Del mismo mes del año anterior no hay información.`;
  const before = `en ${month(period)} de ${Number(period.slice(0, 4)) - 1}`;
  const change = new Decimal(consumptionKwh).minus(previousKwh);
  if (change.isZero()) return `${used}, lo mismo que ${before}.`;
  const more = change.isNegative() ? "menos" : "más";
  return `${used}, ${formatNumber(decimalText(change.abs()), style)} ${more} que ${before}.`;
}

/** "Junio de 2020 es el mes de mayor consumo; agosto de 2020, el de menor." */
export function extremesSentence(
  rows: readonly HistoryRow[],
  valueOf: (row: HistoryRow) => DecimalText | null,
  what: "consumo" | "cargo",
): string {
  const known = rows.filter((row) => valueOf(row) !== null);
  const [least, ...rest] = known.toSorted((a, b) => new Decimal(valueOf(a) ?? 0).cmp(valueOf(b) ?? 0));
  const most = rest.at(-1);
  if (!least || !most) return "";
  const named = formatPeriod(most.period);
  return `${capitalised(named)} es el mes de mayor ${what}; ${formatPeriod(least.period)}, el de menor.`;
}

const list = (words: readonly string[]) =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} y ${words.at(-1)}`;

/** "De septiembre y octubre de 2020 no hay información: no son consumos en cero." */
export function unknownSentence(rows: readonly HistoryRow[]): string | null {
  const periods = unknownPeriods(rows);
  if (periods.length === 0) return null;
  const verb = periods.length === 1 ? "no es un consumo" : "no son consumos";
  return `De ${named(periods)} no hay información: ${verb} en cero.`;
}

/** "Septiembre y octubre de 2020: S/I. La empresa no ha cargado boletas de esos meses." */
export function unknownBillsSentence(rows: readonly HistoryRow[], bill: string): string | null {
  const periods = unknownPeriods(rows);
  if (periods.length === 0) return null;
  const months = named(periods);
  const those = periods.length === 1 ? `la ${bill} de ese mes` : `${bill}s de esos meses`;
  return `${capitalised(months)}: ${UNKNOWN}. La empresa no ha cargado ${those}.`;
}

/** "septiembre y octubre de 2020", or how many they are. */
function named(periods: readonly Period[]): string {
  if (periods.length > 6) return `${periods.length} meses`;
  const years = [...new Set(periods.map((period) => period.slice(0, 4)))];
  return list(
    years.map((year) => `${list(periods.filter((period) => period.startsWith(year)).map(month))} de ${year}`),
  );
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
  const difference = registerAdvance(previous.registerKwh, current.registerKwh);
  if (difference === null) return null;
  const [now, before, used] = [current.registerKwh, previous.registerKwh, difference].map((value) =>
    formatNumber(value, style),
  );
  return `${now} − ${before} = ${used} kWh`;
}

/** "El medidor avanzó 286 kWh en 31 días: 9,2 kWh por día." */
export function consumptionSentence({ current, previous }: BillReading, style: NumberStyle): string | null {
  if (current.registerKwh === null || !previous || previous.registerKwh === null) return null;
  if (!current.readOn || !previous.readOn) return null;
  const used = registerAdvance(previous.registerKwh, current.registerKwh);
  if (used === null) return null;
  const days = daysBetween(previous.readOn, current.readOn);
  if (days <= 0) return null;
  const daily = formatNumber(decimalText(new Decimal(used).div(days).toDecimalPlaces(1)), style);
  return `El medidor avanzó ${formatNumber(used, style)} kWh en ${days} días: ${daily} kWh por día.`;
}

/** Why the history and the printed bill say different amounts, for bills that bear tax. */
export function netExplanation(
  { netAmount, totalAmount }: BillDetail,
  words: { bill: string; tax: string },
  style: NumberStyle,
): string {
  return `El historial muestra los cargos netos, sin ${words.tax}: ${formatMoney(netAmount, style)}. Su ${words.bill} de papel suma el ${words.tax} y dice ${formatMoney(totalAmount, style)}. Es la misma ${words.bill}.`;
}
