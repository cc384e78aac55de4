import { Decimal, decimalText, type DecimalText } from "@/lib/kernel/decimal";
import { formatNumber, UNKNOWN, type NumberStyle } from "@/lib/kernel/format";
import type { VnrDetail } from "@/lib/network/queries/vnr";

type Code = Pick<VnrDetail, "code" | "isVnr" | "description">;

/** "Código VNR 12"; where the country has no VNR, what it has in its place. */
export const codeTitle = ({ code, isVnr }: Omit<Code, "description">) =>
  `${isVnr ? "Código VNR" : "Código de activo"} ${code}`;

/** What the code stands for. */
export function codeSentence({ description, isVnr }: Omit<Code, "code">): string {
  if (description !== null) return description;
  return isVnr
    ? "El Valor Nuevo de Reemplazo es lo que costaría hoy construir de nuevo la red: cada elemento se valoriza por su código."
    : "El regulador valoriza cada elemento de la red por el código de lo que es. No es un código VNR: no tiene sus recargos.";
}

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
