import { plainDocument, weighted, type DocumentKind } from "../document-kind.ts";

/** A person's is their cédula; those of companies begin at 80000000. */
const SHAPE = /^0*([1-9]\d{4,7})-?(\d)$/;

/**
 * Dígito verificador: weights 2, 3, 4 … from the right, modulo 11; sums that leave 0 and 1 share the digit 0.
 * Libraries differ where it leaves 0: npm's stdnum 1.12 wants 1 there.
 */
export function rucCheckDigit(body: string): string {
  const rest = weighted(body, (place) => 2 + place) % 11;
  return String(rest > 1 ? 11 - rest : 0);
}

function parseRuc(text: string): string | null {
  const [, body, digit] = SHAPE.exec(plainDocument(text, "RUC")) ?? [];
  return body !== undefined && digit === rucCheckDigit(body) ? `${body}-${digit}` : null;
}

/** Registro único de contribuyentes: "80012345-0". The hyphen is what tells it from a cédula of as many digits. */
export const ruc: DocumentKind = {
  name: "RUC",
  example: "80012345-0",
  bearer: "either",
  parse: parseRuc,
  format: (document) => document,
};
