import { plainDocument, type DocumentKind } from "../document-kind.ts";

/** Four to fifteen digits; how the control digits within a person's are made is not published. */
const SHAPE = /^0*([1-9]\d{3,14})$/;

function parseNit(text: string): string | null {
  const [, digits] = SHAPE.exec(plainDocument(text, "NIT")) ?? [];
  return digits === undefined ? null : `NIT${digits}`;
}

/** Número de identificación tributaria, stored with its name, "NIT1234567013": its digits could be those of a CI. */
export const nit: DocumentKind = {
  name: "NIT",
  example: "1234567013",
  bearer: "either",
  parse: parseNit,
  format: (document) => document.slice("NIT".length),
};
