import type { Jurisdiction } from "../jurisdiction.ts";
import { iva } from "./iva.ts";
import { formatRut, parseRut } from "./rut.ts";

export const chile: Jurisdiction = {
  documentName: "RUT",
  documentExample: "12.345.678-5",
  parseDocument: parseRut,
  formatDocument: formatRut,
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
