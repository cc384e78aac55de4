import { day } from "../../kernel/civil-date.ts";
import type { DecimalText } from "../../kernel/decimal.ts";
import { consumptionTax } from "../consumption-tax.ts";

/**
 * Impuesto al Valor Agregado: 19 % of what is subject to it, in whole pesos, half up.
 *
 * @law cl/DL-825 art. 14 (the rate; in force since 1 October 2003 by Ley 19.888)
 */
export const iva = consumptionTax("IVA", [{ since: day("2003-10-01"), rate: "0.19" as DecimalText }], 0);
