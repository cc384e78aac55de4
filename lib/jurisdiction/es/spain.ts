import { consumptionTax } from "../consumption-tax.ts";
import { documentsOf } from "../document-kind.ts";
import type { Jurisdiction } from "../jurisdiction.ts";
import { cif } from "./cif.ts";
import { nie, nif } from "./nif.ts";

/** No rate: since 2021 that of electricity has hung on contracted power and market price too, not on the day alone. */
const iva = consumptionTax("IVA", [], 2);

export const spain: Jurisdiction = {
  ...documentsOf(nif, nie, cif),
  tax: iva,
  words: {
    bill: "factura",
    taxDocument: "factura",
    taxDocumentName: "factura del suministro",
    exempt: "exento",
    comuna: "Municipio",
    region: "Provincia",
    supervisor: "Comisión Nacional de los Mercados y la Competencia (CNMC)",
  },
  hasDte: false,
};
