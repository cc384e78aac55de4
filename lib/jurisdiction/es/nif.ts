import { plainDocument, type DocumentKind } from "../document-kind.ts";

/** The control letter is that of the number modulo 23. Source: Ministerio del Interior, cálculo del dígito de control del NIF/NIE. */
const LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
export const nifLetter = (digits: string) => LETTERS[Number(digits) % LETTERS.length];

const DNI = /^(\d{1,8})-?([A-Z])$/;
/** K: children without DNI; L: Spaniards abroad; M: foreigners without NIE. Their number has seven digits. */
const WITHOUT_DNI = /^([KLM])-?(\d{7})-?([A-Z])$/;
const NIE = /^([XYZ])-?(\d{7})-?([A-Z])$/;

function parseNif(text: string): string | null {
  const plain = plainDocument(text, "NIF");
  const [, digits, letter] = DNI.exec(plain) ?? [];
  if (digits !== undefined)
    return letter === nifLetter(digits) ? `${digits.padStart(8, "0")}${letter}` : null;
  const [, initial, number, control] = WITHOUT_DNI.exec(plain) ?? [];
  return number !== undefined && control === nifLetter(number) ? `${initial}${number}${control}` : null;
}

/** X, Y and Z stand for a first digit of 0, 1 and 2. */
function parseNie(text: string): string | null {
  const [, initial = "", digits, letter] = NIE.exec(plainDocument(text, "NIE")) ?? [];
  if (digits === undefined || letter !== nifLetter(`${"XYZ".indexOf(initial)}${digits}`)) return null;
  return `${initial}${digits}${letter}`;
}

/** Número de identificación fiscal of a person with DNI, or who needs none: "12345678Z"; always eight digits. */
export const nif: DocumentKind = {
  name: "NIF",
  example: "12345678Z",
  bearer: "person",
  parse: parseNif,
  format: (document) => document,
};

/** Número de identidad de extranjero: "X1234567L". */
export const nie: DocumentKind = {
  name: "NIE",
  example: "X1234567L",
  bearer: "person",
  parse: parseNie,
  format: (document) => document,
};
