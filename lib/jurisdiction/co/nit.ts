import { dotted, plainDocument, weighted, type DocumentKind } from "../document-kind.ts";

/** From the right. */
const WEIGHTS = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71];
/** As many digits as there are weights; a company's has nine, a person's is their cédula. */
const SHAPE = /^0*([1-9]\d{5,14})-?(\d)$/;

/** Dígito de verificación: modulo 11; sums that leave 1 and 10 share the digit 1. Checked against python-stdnum. */
export function nitCheckDigit(body: string): string {
  const rest = weighted(body, (place) => WEIGHTS[place] ?? 0) % 11;
  return String(rest < 2 ? rest : 11 - rest);
}

function parseNit(text: string): string | null {
  const [, body, digit] = SHAPE.exec(plainDocument(text, "NIT")) ?? [];
  return body !== undefined && digit === nitCheckDigit(body) ? `${body}-${digit}` : null;
}

/** Número de identificación tributaria: "900123456-8". The hyphen is what tells it from a cédula of as many digits. */
export const nit: DocumentKind = {
  name: "NIT",
  example: "900.123.456-8",
  bearer: "either",
  parse: parseNit,
  format(document) {
    const [body = "", digit = ""] = document.split("-");
    return `${dotted(body)}-${digit}`;
  },
};
