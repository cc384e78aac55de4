import { consumptionTax } from "../consumption-tax.ts";
import { documentsOf } from "../document-kind.ts";
import type { Jurisdiction } from "../jurisdiction.ts";
import { ci } from "./ci.ts";
import { ruc } from "./ruc.ts";

/** No rate: neither the rate on electricity, nor whether prices hold it, nor its rounding was read in the law. */
const iva = consumptionTax("IVA", [], 0);

export const paraguay: Jurisdiction = {
  ...documentsOf(ci, ruc),
  tax: iva,
  words: {
    bill: "factura",
    taxDocument: "factura",
    taxDocumentName: "factura del servicio",
    exempt: "exento",
    comuna: "Distrito",
    region: "Departamento",
    supervisor: null,
  },
  hasDte: false,
};
