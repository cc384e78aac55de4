import { dotted, plainDocument, weighted, type DocumentKind } from "../document-kind.ts";

/** A RUT in the SII's notation: "11111111-1", "60803000-K"; no dots, no leading zeros, capital K. */
export type Rut = string & { readonly __brand: "Rut" };

/** Bodies run from 100.000 to 99.999.999. Source: SII. */
const SHAPE = /^0*([1-9]\d{5,7})-?([\dK])$/;

/** Check digit of a RUT's body: weights 2 to 7 from the right, modulo 11; 10 is K and 11 is 0. */
export function rutCheckDigit(body: string): string {
  const rest = 11 - (weighted(body, (place) => 2 + (place % 6)) % 11);
  return rest === 11 ? "0" : rest === 10 ? "K" : String(rest);
}

/** `text` as people write it (05.126.663-3, 12345678‒5, 76354771k …) as a RUT; null when its check digit is wrong. */
export function parseRut(text: string): Rut | null {
  const [, body, digit] = SHAPE.exec(plainDocument(text, "RUT")) ?? [];
  if (body === undefined || digit !== rutCheckDigit(body)) return null;
  return `${body}-${digit}` as Rut;
}

/** "11.111.111-1" */
export function formatRut(rut: string): string {
  const [body = "", digit = ""] = rut.split("-");
  return `${dotted(body)}-${digit}`;
}

/** Numbers of companies are the larger ones so far, but no rule says so: a RUT names either. */
export const rut: DocumentKind = {
  name: "RUT",
  example: "12.345.678-5",
  bearer: "either",
  parse: parseRut,
  format: formatRut,
};
