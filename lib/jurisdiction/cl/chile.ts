import { documentsOf } from "../document-kind.ts";
import type { Jurisdiction } from "../jurisdiction.ts";
import { iva } from "./iva.ts";
import { rut } from "./rut.ts";

export const chile: Jurisdiction = {
  ...documentsOf(rut),
  tax: iva,
  words: {
    bill: "boleta",
    taxDocument: "DTE",
    taxDocumentName: "documento tributario electrónico",
    exempt: "exento",
    comuna: "Comuna",
    region: "Región",
    supervisor: "Superintendencia de Electricidad y Combustibles (SEC)",
  },
  hasDte: true,
};
