import type { CivilDate } from "./civil-date.ts";
import type { DecimalText } from "./decimal.ts";
import type { Period } from "./period.ts";

/** What is not known. Never 0, never an empty cell. */
export const UNKNOWN = "S/I";

/** How a company's country writes numbers and money. */
export interface NumberStyle {
  locale: string;
  currency: string;
}

const formatters = new Map<string, Intl.NumberFormat>();
function formatter(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify([locale, options]);
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, { useGrouping: "always", ...options });
  formatters.set(key, made);
  return made;
}

/** Fraction digits of the currency as printed on bills: none in Chile, two in Colombia. */
const MONEY_DIGITS: Record<string, number> = { CLP: 0, COP: 0, BOB: 2, PYG: 0, EUR: 2 };

const signed = (text: string) => text.replace("-", "−");
const digits = (value: DecimalText) => value as unknown as Intl.StringNumericLiteral;

/** "1.911,70"; `fraction` fixes the decimals, otherwise those of the value are kept. */
export function formatNumber(value: DecimalText | null, style: NumberStyle, fraction?: number): string {
  if (value === null) return UNKNOWN;
  const options =
    fraction === undefined
      ? { maximumFractionDigits: 6 }
      : { minimumFractionDigits: fraction, maximumFractionDigits: fraction };
  return signed(formatter(style.locale, options).format(digits(value)));
}

/** "47.045": an amount in a column whose header carries the currency. */
export function formatAmount(value: DecimalText | null, style: NumberStyle): string {
  return formatNumber(value, style, MONEY_DIGITS[style.currency] ?? 2);
}

/** "$ 47.045" with a no-break space. */
export function formatMoney(value: DecimalText | null, style: NumberStyle): string {
  return value === null ? UNKNOWN : `$\u00a0${formatAmount(value, style)}`;
}

export const MONTHS = [
  "enero",
  "febrero",
  "marzo",
  "abril",
  "mayo",
  "junio",
  "julio",
  "agosto",
  "septiembre",
  "octubre",
  "noviembre",
  "diciembre",
];
/** By their number: 0 is Sunday. */
export const WEEKDAYS = ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"];

const weekday = (value: CivilDate) => WEEKDAYS[new Date(`${value}T00:00:00Z`).getUTCDay()] ?? "";
const monthName = (value: Period | CivilDate) => MONTHS[Number(value.slice(5, 7)) - 1] ?? "";
/** "Enero de 2020" */
export const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "enero de 2020" */
export const formatPeriod = (value: Period) => `${monthName(value)} de ${value.slice(0, 4)}`;
/** "Enero 2020", for the first column of a table. */
export const formatPeriodLabel = (value: Period) => `${capitalised(monthName(value))} ${value.slice(0, 4)}`;
/** "ene 2020", and "sept 2020". */
export function formatPeriodShort(value: Period): string {
  const name = monthName(value);
  return `${name.slice(0, name === "septiembre" ? 4 : 3)} ${value.slice(0, 4)}`;
}
/** "28 de febrero de 2020" */
export const formatDate = (value: CivilDate) =>
  `${Number(value.slice(8))} de ${monthName(value)} de ${value.slice(0, 4)}`;
/** "viernes 28 de febrero", of a year that goes without saying */
export const formatDayOfYear = (value: CivilDate) =>
  `${weekday(value)} ${Number(value.slice(8))} de ${monthName(value)}`;
/** "viernes 28 de febrero de 2020" */
export const formatDateWithWeekday = (value: CivilDate) => `${weekday(value)} ${formatDate(value)}`;

/** "uno, dos y tres" */
export const joined = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} y ${parts.at(-1) ?? ""}`;
