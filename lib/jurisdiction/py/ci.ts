import { dotted, plainDocument, type DocumentKind } from "../document-kind.ts";

/** Five to seven digits and no check digit. */
const SHAPE = /^0*([1-9]\d{4,6})$/;

/** Cédula de identidad: its digits alone. */
export const ci: DocumentKind = {
  name: "CI",
  example: "1.234.567",
  bearer: "person",
  parse: (text) => SHAPE.exec(plainDocument(text, "CI"))?.[1] ?? null,
  format: dotted,
};
