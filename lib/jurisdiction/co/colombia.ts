import { day } from "../../kernel/civil-date.ts";
import type { DecimalText } from "../../kernel/decimal.ts";
import { consumptionTax } from "../consumption-tax.ts";
import { documentsOf } from "../document-kind.ts";
import type { Jurisdiction } from "../jurisdiction.ts";
import { cedula } from "./cedula.ts";
import { nit } from "./nit.ts";

/**
 * General rate, to the centavo, on the lines the company marks as taxable; energy itself is excluded.
 *
 * @law co/estatuto-tributario art. 468 (19 % since 2017 by Ley 1819 de 2016)
 */
const iva = consumptionTax("IVA", [{ since: day("2017-01-01"), rate: "0.19" as DecimalText }], 2);

export const colombia: Jurisdiction = {
  ...documentsOf(cedula, nit),
  tax: iva,
  words: {
    bill: "factura",
    taxDocument: "factura",
    taxDocumentName: "factura del servicio",
    exempt: "excluido o exento",
    comuna: "Municipio",
    region: "Departamento",
    supervisor: "Superintendencia de Servicios Públicos Domiciliarios (SSPD)",
  },
  hasDte: false,
};
