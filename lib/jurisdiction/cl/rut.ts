/** A RUT in the SII's notation: "11111111-1", "60803000-K"; no dots, no leading zeros, capital K. */
export type Rut = string & { readonly __brand: "Rut" };

/** Dots, blanks and invisible characters that come along when a number is pasted. */
const ORNAMENT = /[.\s\p{Cf}]/gu;
const HYPHENS = /[\u2010-\u2015\u2212]/gu;
/** Bodies run from 100.000 to 99.999.999. Source: SII. */
const SHAPE = /^0*([1-9]\d{5,7})-?([\dK])$/;

/** Check digit of a RUT's body: weights 2 to 7 from the right, modulo 11; 10 is K and 11 is 0. */
export function rutCheckDigit(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, at) => total + Number(digit) * (2 + (at % 6)), 0);
  const rest = 11 - (sum % 11);
  return rest === 11 ? "0" : rest === 10 ? "K" : String(rest);
}

/** `text` as people write it (05.126.663-3, 12345678‒5, 76354771k …) as a RUT; null when its check digit is wrong. */
export function parseRut(text: string): Rut | null {
  const plain = text.normalize("NFKC").replace(ORNAMENT, "").replace(HYPHENS, "-").toUpperCase();
  const [, body, digit] = SHAPE.exec(plain) ?? [];
  if (body === undefined || digit !== rutCheckDigit(body)) return null;
  return `${body}-${digit}` as Rut;
}

/** "11.111.111-1" */
export function formatRut(rut: string): string {
  const [body = "", digit = ""] = rut.split("-");
  return `${body.replace(/\B(?=(\d{3})+$)/g, ".")}-${digit}`;
}
