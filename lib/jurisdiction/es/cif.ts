import { plainDocument, type DocumentKind } from "../document-kind.ts";

const SHAPE = /^([ABCDEFGHJNPQRSUVW])-?(\d{7})-?([\dA-J])$/;
/** Foreign and public bodies, and congregations: their control is printed as a letter. */
const WITH_LETTER = /[NPQRSW]/;
const LETTERS = "JABCDEFGHI";

/** Luhn's: every second digit, from the first on, counts double, as the sum of its own digits. Checked against python-stdnum. */
export function cifControl(digits: string): number {
  const sum = [...digits].reduce((total, digit, at) => {
    const counted = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/** Sources differ on who has a digit and who a letter: both are read, and one of them is stored. */
function parseCif(text: string): string | null {
  const [, initial = "", digits, control = ""] = SHAPE.exec(plainDocument(text, "CIF")) ?? [];
  if (digits === undefined) return null;
  const right = cifControl(digits);
  if (control !== String(right) && control !== LETTERS[right]) return null;
  return `${initial}${digits}${WITH_LETTER.test(initial) ? LETTERS[right] : right}`;
}

/** The NIF of a company or another body, which people still call CIF: "B12345674". */
export const cif: DocumentKind = {
  name: "CIF",
  example: "B12345674",
  bearer: "company",
  parse: parseCif,
  format: (document) => document,
};
