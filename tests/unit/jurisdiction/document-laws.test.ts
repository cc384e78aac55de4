import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rutCheckDigit } from "../../../lib/jurisdiction/cl/rut.ts";
import { nitCheckDigit } from "../../../lib/jurisdiction/co/nit.ts";
import type { DocumentKind } from "../../../lib/jurisdiction/document-kind.ts";
import { cifControl } from "../../../lib/jurisdiction/es/cif.ts";
import { nifLetter } from "../../../lib/jurisdiction/es/nif.ts";
import { jurisdictionOf, type Country } from "../../../lib/jurisdiction/jurisdictions.ts";
import { rucCheckDigit } from "../../../lib/jurisdiction/py/ruc.ts";

const upTo = (from: number, to: number) =>
  fc
    .tuple(fc.integer({ min: from, max: to }), fc.bigInt(0n, 10n ** 15n))
    .map(([length, number]) => `1${number.toString().padStart(15, "0")}`.slice(0, length));
const eight = fc.integer({ min: 0, max: 99_999_999 }).map((number) => String(number).padStart(8, "0"));
const seven = eight.map((digits) => digits.slice(1));
const one = (letters: string) => fc.constantFrom(...letters);

/** A kind of each country, its stored documents, and the places of a digit that the control vouches for. */
interface Law {
  country: Country;
  name: string;
  documents: fc.Arbitrary<string>;
  /** How many of the nine other digits at a place may pass unnoticed; null where there is no control at all. */
  unnoticed: number | null;
}

const LAWS: Law[] = [
  {
    country: "cl",
    name: "RUT",
    documents: upTo(6, 8).map((body) => `${body}-${rutCheckDigit(body)}`),
    unnoticed: 0,
  },
  {
    country: "bo",
    name: "CI",
    documents: fc
      .tuple(upTo(7, 8), fc.constantFrom("", "-1A", "-B7", "-42"))
      .map(([number, complement]) => number + complement),
    unnoticed: null,
  },
  { country: "bo", name: "NIT", documents: upTo(4, 15).map((digits) => `NIT${digits}`), unnoticed: null },
  { country: "co", name: "CC", documents: upTo(6, 10), unnoticed: null },
  {
    country: "co",
    name: "NIT",
    documents: upTo(6, 15).map((body) => `${body}-${nitCheckDigit(body)}`),
    unnoticed: 1,
  },
  { country: "py", name: "CI", documents: upTo(5, 7), unnoticed: null },
  {
    country: "py",
    name: "RUC",
    documents: upTo(5, 8).map((body) => `${body}-${rucCheckDigit(body)}`),
    unnoticed: 1,
  },
  { country: "es", name: "NIF", documents: eight.map((n) => `${n}${nifLetter(n)}`), unnoticed: 0 },
  {
    country: "es",
    name: "NIE",
    documents: fc
      .tuple(one("XYZ"), seven)
      .map(([initial, n]) => `${initial}${n}${nifLetter(`${"XYZ".indexOf(initial)}${n}`)}`),
    unnoticed: 0,
  },
  {
    country: "es",
    name: "CIF",
    documents: fc.tuple(one("ABCDEFGHJUV"), seven).map(([initial, n]) => `${initial}${n}${cifControl(n)}`),
    unnoticed: 0,
  },
];

const kindOf = ({ country, name }: Law): DocumentKind => {
  const kind = jurisdictionOf(country).documentKinds.find((found) => found.name === name);
  if (!kind) throw new Error(`${country} has no ${name}`);
  return kind;
};

/** The same, as somebody's keyboard or clipboard may give it. */
const fullWidth = (text: string) =>
  text.replace(/[0-9A-Z-]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const WRITINGS: [string, (text: string) => string][] = [
  ["lower case", (text) => text.toLowerCase()],
  ["full width", fullWidth],
  ["blanks and marks around", (text) => `\u200e\u00a0${text} \ufeff`],
  ["invisible characters inside", (text) => [...text].join("\u200b")],
  ["another hyphen", (text) => text.replaceAll("-", "\u2212")],
];

test("every kind of every country has its law here", () => {
  const countries: Country[] = ["bo", "cl", "co", "es", "py"];
  const kinds = countries.flatMap((country) =>
    jurisdictionOf(country).documentKinds.map(({ name }) => `${country} ${name}`),
  );
  expect(LAWS.map(({ country, name }) => `${country} ${name}`).sort()).toEqual(kinds.sort());
});

describe.each(LAWS)("$country $name", (law) => {
  const kind = kindOf(law);
  const { parseDocument, formatDocument, documentKindOf, documentKinds } = jurisdictionOf(law.country);

  test("the example is one and prints as written", () => {
    expect(kind.format(kind.parse(kind.example) ?? "")).toBe(kind.example);
  });

  test("what is stored is read as itself, and so is what is printed", () => {
    fc.assert(
      fc.property(law.documents, (document) => {
        expect(kind.parse(document)).toBe(document);
        expect(parseDocument(document)).toBe(document);
        expect(kind.parse(kind.format(document))).toBe(document);
        expect(kind.parse(`${law.name} ${kind.format(document)}`)).toBe(document);
        expect(formatDocument(document)).toBe(kind.format(document));
      }),
    );
  });

  test("what is stored belongs to this kind and to no other of the country", () => {
    fc.assert(
      fc.property(law.documents, (document) => {
        expect(documentKindOf(document)).toBe(kind);
        const others = documentKinds.filter((other) => other !== kind);
        expect(others.filter((other) => other.parse(document) === document)).toEqual([]);
      }),
    );
  });

  test.each(WRITINGS)("%s change nothing", (_how, written) => {
    fc.assert(
      fc.property(law.documents, (document) => {
        expect(kind.parse(written(document))).toBe(document);
        expect(kind.parse(written(kind.format(document)))).toBe(document);
      }),
    );
  });

  test("reading anything at all gives nothing or what is read as itself", () => {
    const near = fc.string({ unit: fc.constantFrom(..."0123456789ABKLMNITXZ-. ") });
    fc.assert(
      fc.property(fc.oneof(near, fc.string({ unit: "binary" }), law.documents), (text) => {
        const document = kind.parse(text);
        if (document !== null) expect(kind.parse(document)).toBe(document);
      }),
      { numRuns: 1_000 },
    );
  });
});

const controlled = LAWS.filter(({ unnoticed }) => unnoticed !== null);
test.each(controlled)("one wrong digit of a $country $name is noticed", (law) => {
  const kind = kindOf(law);
  fc.assert(
    fc.property(law.documents, fc.nat(14), (document, at) => {
      const places = [...document].flatMap((sign, place) => (/\d/.test(sign) ? [place] : []));
      const place = places[at % places.length] ?? 0;
      const wrong = [..."0123456789"]
        .filter((digit) => digit !== document[place])
        .map((digit) => [...document].with(place, digit).join(""));
      const passed = wrong.filter((text) => kind.parse(text) !== null);
      expect(passed.length).toBeLessThanOrEqual(law.unnoticed ?? 0);
    }),
  );
});
