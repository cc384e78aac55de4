import { dotted, plainDocument, type DocumentKind } from "../document-kind.ts";

/** Six to ten digits and no check digit: only the shape can be checked. */
const SHAPE = /^0*([1-9]\d{5,9})$/;

/** Cédula de ciudadanía: its digits alone. */
export const cedula: DocumentKind = {
  name: "CC",
  example: "1.020.304.050",
  bearer: "person",
  parse: (text) => SHAPE.exec(plainDocument(text, "CC"))?.[1] ?? null,
  format: dotted,
};
