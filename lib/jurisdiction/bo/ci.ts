import { plainDocument, type DocumentKind } from "../document-kind.ts";

/** Where it was issued: Beni, Cochabamba, Chuquisaca, La Paz, Oruro, Pando, Potosí, Santa Cruz, Tarija. */
const DEPARTMENT = "BE|CB|CH|LP|OR|PD|PT|SC|TJ";
/** Two letters or digits, one a digit at least, so that none is a department. Two digits need their hyphen. */
const COMPLEMENT = String.raw`-(\d[A-Z]|[A-Z]\d|\d\d)|(\d[A-Z]|[A-Z]\d)`;
const SHAPE = new RegExp(
  String.raw`^(?:(${DEPARTMENT})-?)?0*([1-9]\d{6,7})(?:${COMPLEMENT})?(?:-?(${DEPARTMENT}))?$`,
);

function parseCi(text: string): string | null {
  const [, before, number, hyphened, joined, after] = SHAPE.exec(plainDocument(text, "CI")) ?? [];
  if (number === undefined || (before && after)) return null;
  const complement = hyphened ?? joined;
  return complement === undefined ? number : `${number}-${complement}`;
}

/**
 * Cédula de identidad: seven or eight digits and, where a number was given twice, the complement that tells the two
 * apart: "1234567-1A". It has no check digit. The department is read and left out: it says where the card was issued,
 * and whoever writes it one day and not the next is the same person.
 */
export const ci: DocumentKind = {
  name: "CI",
  example: "1234567-1A",
  bearer: "person",
  parse: parseCi,
  format: (document) => document,
};
