import { Decimal, decimalText, type DecimalText } from "@/lib/kernel/decimal";
import { formatNumber, UNKNOWN, type NumberStyle } from "@/lib/kernel/format";

/** The unit as the load declares it. */
export function surchargeUnitWords(unit: string | null): string {
  if (unit === "porcentaje") return "%";
  if (unit === "fraccion") return "fracción";
  return unit ?? "unidad no declarada";
}

/** A surcharge in the unit that the load declares: a fraction is also said in per cent, and nothing else is taken for it. */
export function surchargeWords(value: DecimalText | null, unit: string | null, numbers: NumberStyle): string {
  if (value === null) return UNKNOWN;
  const words = formatNumber(value, numbers);
  if (unit === "porcentaje") return `${words}\u00a0%`;
  if (unit !== "fraccion") return `${words} (${surchargeUnitWords(unit)})`;
  return `${words} (${formatNumber(decimalText(new Decimal(value).times(100)), numbers)}\u00a0%)`;
}

export const SMALL_PERCENTAGE_WARNING =
  "Un recargo menor que 0,2 % es poco usual: quizás los datos son fracciones (0,0133 sería 1,33 %). Se muestran como los declara la carga.";
