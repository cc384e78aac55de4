import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatRut, parseRut, rutCheckDigit } from "../../../lib/jurisdiction/cl/rut.ts";

const VALID = [
  "5126663-3",
  "12345678-5",
  "76354771-K",
  "60803000-K",
  "44300251-0",
  "69507000-4",
  "97975000-5",
  "1000000-9",
  "11111111-1",
  "66666666-6",
];

test.each(VALID)("%s is a RUT and stays as it is", (rut) => {
  expect(parseRut(rut)).toBe(rut);
});

test.each([
  ["05.126.663-3", "5126663-3", "leading zero, as printed on bills"],
  ["12.345.678-5", "12345678-5", "dots"],
  ["123456785", "12345678-5", "no hyphen"],
  [" 76 354 771 - k ", "76354771-K", "blanks and lower-case k"],
  ["12345678\u20135", "12345678-5", "en dash"],
  ["１２３４５６７８－５", "12345678-5", "full-width digits"],
  ["\u200e11.111.111-1\u00a0", "11111111-1", "pasted with invisible characters"],
])("%s is read as %s (%s)", (text, rut) => {
  expect(parseRut(text)).toBe(rut);
});

test.each([
  "12345678-9",
  "",
  "K",
  "1-9",
  "99999-9",
  "123456789-2",
  "1234567-85",
  "12345678-55",
  "1e234567-1",
])("%s is no RUT", (text) => {
  expect(parseRut(text)).toBeNull();
});

const body = fc.integer({ min: 100_000, max: 99_999_999 }).map(String);

describe("for every body", () => {
  test("printing and reading gives the same RUT", () => {
    fc.assert(
      fc.property(body, (digits) => {
        const rut = `${digits}-${rutCheckDigit(digits)}`;
        expect(parseRut(formatRut(rut))).toBe(rut);
        expect(parseRut(`00${formatRut(rut).toLowerCase()}`)).toBe(rut);
      }),
    );
  });

  test("one check digit of the eleven is right", () => {
    fc.assert(
      fc.property(body, (digits) => {
        expect([..."0123456789K"].filter((digit) => parseRut(`${digits}-${digit}`))).toHaveLength(1);
      }),
    );
  });

  test("one wrong digit is noticed", () => {
    fc.assert(
      fc.property(body, fc.nat(7), fc.integer({ min: 1, max: 9 }), (digits, at, change) => {
        const place = at % digits.length;
        const wrong = [...digits].with(place, String((Number(digits[place]) + change) % 10)).join("");
        expect(parseRut(`${wrong}-${rutCheckDigit(digits)}`)).toBeNull();
      }),
    );
  });
});
