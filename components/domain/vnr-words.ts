import { Decimal, decimalText, type DecimalText } from "@/lib/kernel/decimal";
import { formatNumber, UNKNOWN, type NumberStyle } from "@/lib/kernel/format";

/** A surcharge in the unit that the load declares: a fraction is also said in per cent. */
export function surchargeWords(
  value: DecimalText | null,
  unit: "porcentaje" | "fraccion" | null,
  numbers: NumberStyle,
): string {
  if (value === null) return UNKNOWN;
  const words = formatNumber(value, numbers);
  if (unit !== "fraccion") return `${words}\u00a0%`;
  return `${words} (${formatNumber(decimalText(new Decimal(value).times(100)), numbers)}\u00a0%)`;
}

export const SMALL_PERCENTAGE_WARNING =
  "Un recargo menor que 0,2 % es poco usual: quizás los datos son fracciones (0,0133 sería 1,33 %). Se muestran como los declara la carga.";
