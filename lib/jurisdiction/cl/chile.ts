import type { Jurisdiction } from "../jurisdiction.ts";
import { iva } from "./iva.ts";
import { formatRut, parseRut } from "./rut.ts";

export const chile: Jurisdiction = {
  documentName: "RUT",
  documentExample: "12.345.678-5",
  parseDocument: parseRut,
  formatDocument: formatRut,
  tax: iva,
  hasDte: true,
};
