import { consumptionTax } from "../consumption-tax.ts";
import { documentsOf } from "../document-kind.ts";
import type { Jurisdiction } from "../jurisdiction.ts";
import { ci } from "./ci.ts";
import { nit } from "./nit.ts";

/**
 * No rate: the 13 % of the IVA is "por dentro", a share of a price that holds it already, where this portal's bills are
 * a net amount and the tax on it. How the country's bills round it was not read in the law either.
 */
const iva = consumptionTax("IVA", [], 2);

export const bolivia: Jurisdiction = {
  ...documentsOf(ci, nit),
  tax: iva,
  words: {
    bill: "factura",
    taxDocument: "factura",
    taxDocumentName: "factura del servicio",
    exempt: "exento",
    comuna: "Municipio",
    region: "Departamento",
    supervisor: "Autoridad de Fiscalización de Electricidad y Tecnología Nuclear (AETN)",
  },
  hasDte: false,
};
