import { describe, expect, test } from "vitest";
import { jurisdictionOf, type Country } from "../../../lib/jurisdiction/jurisdictions.ts";

const kindNamed = (country: Country, name: string) => {
  const kind = jurisdictionOf(country).documentKinds.find((one) => one.name === name);
  if (!kind) throw new Error(`${country} has no ${name}`);
  return kind;
};

/** Country and kind, what somebody wrote, what is stored (null: it is none), and why. */
type Row = [Country, string, string, string | null, string];

const READ: Row[] = [
  ["cl", "RUT", "RUT: 76.354.771-k", "76354771-K", "with its name before it"],
  ["cl", "RUT", "٣", null, "digits of another script are no digits of ours"],

  ["bo", "CI", "1234567", "1234567", "seven digits"],
  ["bo", "CI", "12.345.678", "12345678", "eight, with dots"],
  ["bo", "CI", "1234567-1a", "1234567-1A", "complement, lower case"],
  ["bo", "CI", "1234567 1A", "1234567-1A", "complement behind a blank"],
  ["bo", "CI", "12345671A LP", "1234567-1A", "complement without anything between, and department"],
  ["bo", "CI", "1234567-11", "1234567-11", "complement of two digits"],
  ["bo", "CI", "123456711", null, "which without hyphen is a number too long"],
  ["bo", "CI", "1234567 LP", "1234567", "department behind"],
  ["bo", "CI", "SC 1234567", "1234567", "department before"],
  ["bo", "CI", "1234567-1A-CB", "1234567-1A", "both, with hyphens"],
  ["bo", "CI", "SC 1234567 LP", null, "two departments"],
  ["bo", "CI", "1234567 XX", null, "no department and no complement"],
  ["bo", "CI", "1234567-1", null, "complement of one"],
  ["bo", "CI", "1234567-1AB", null, "complement of three"],
  ["bo", "CI", "01234567", "1234567", "leading zero"],
  ["bo", "CI", "123456", null, "too short"],
  ["bo", "CI", "C.I. １２３４５６７", "1234567", "full-width digits and its name"],
  ["bo", "CI", "NIT1234567", null, "a NIT"],
  ["bo", "NIT", "1234567013", "NIT1234567013", "a person's: CI and three digits"],
  ["bo", "NIT", "nit 1234567013", "NIT1234567013", "with its name"],
  ["bo", "NIT", "0001234", "NIT1234", "leading zeros"],
  ["bo", "NIT", "123", null, "too short"],
  ["bo", "NIT", "1234567890123456", null, "too long"],

  ["co", "CC", "0079000001", "79000001", "leading zeros"],
  ["co", "CC", "１０２０３０４０５０", "1020304050", "full-width digits"],
  ["co", "CC", "C.C. 1.020.304.050", "1020304050", "with its name"],
  ["co", "CC", "800197268-4", null, "a NIT"],
  ["co", "NIT", "800.197.268-4", "800197268-4", "as printed"],
  ["co", "NIT", "8999990633", "899999063-3", "without hyphen"],
  ["co", "NIT", "NIT. 0900123456\u20138", "900123456-8", "name, leading zero, en dash"],
  ["co", "NIT", "800197268-5", null, "wrong digit"],
  ["co", "NIT", "12345-0", null, "too short"],

  ["py", "CI", "1.234.567", "1234567", "as printed"],
  ["py", "CI", "0012345", "12345", "leading zeros"],
  ["py", "CI", "1234", null, "too short"],
  ["py", "CI", "12345678", null, "too long"],
  ["py", "RUC", "80000008-0", "80000008-0", "no rest: the digit is 0, where npm's stdnum wants 1"],
  ["py", "RUC", "80000008-1", null, "which npm's stdnum accepts"],
  ["py", "RUC", "01234567-9", "1234567-9", "a person's, leading zero"],
  ["py", "RUC", "ruc 12345679", "1234567-9", "without hyphen"],

  ["es", "NIF", "12345678z", "12345678Z", "lower case"],
  ["es", "NIF", "12.345.678-Z", "12345678Z", "dots and hyphen"],
  ["es", "NIF", "1234567L", "01234567L", "without its leading zero"],
  ["es", "NIF", "54362315K", "54362315K", "of python-stdnum"],
  ["es", "NIF", "12345678A", null, "wrong letter"],
  ["es", "NIF", "M-1234567-L", "M1234567L", "foreigner without NIE, of python-stdnum"],
  ["es", "NIF", "M1234567T", null, "wrong letter"],
  ["es", "NIE", "X-5253868-R", "X5253868R", "of python-stdnum"],
  ["es", "NIE", "ｘ１２３４５６７ｌ", "X1234567L", "full width"],
  ["es", "NIE", "Y1234567L", null, "another first letter, another control"],
  ["es", "CIF", "B-58378431", "B58378431", "of python-stdnum"],
  ["es", "CIF", "B64717838", "B64717838", "of python-stdnum"],
  ["es", "CIF", "B64717839", null, "wrong digit"],
  ["es", "CIF", "J99216582", "J99216582", "of python-stdnum"],
  ["es", "CIF", "A13 585 625", "A13585625", "of python-stdnum"],
  ["es", "CIF", "J9921658B", "J99216582", "control as a letter where a digit is usual"],
  ["es", "CIF", "Q12345674", "Q1234567D", "control as a digit where a letter is usual"],
  ["es", "CIF", "M1234567L", null, "a person"],
  ["es", "CIF", "I1234567D", null, "no such letter"],
];

test.each(READ)("%s %s: «%s» is read as %s (%s)", (country, name, text, document) => {
  expect(kindNamed(country, name).parse(text)).toBe(document);
});

describe("without saying the kind, as at sign-in", () => {
  test.each([
    ["bo", "1234567", "1234567", "a CI, although a NIT could have these digits"],
    ["bo", "NIT 1234567", "NIT1234567", "its name says that it is a NIT"],
    ["bo", "1234567013", "NIT1234567013", "too long for a CI"],
    ["co", "8001972684", "8001972684", "a cédula: without hyphen nothing says NIT"],
    ["co", "800197268-4", "800197268-4", "the hyphen says NIT"],
    ["co", "NIT 8001972684", "800197268-4", "its name says NIT"],
    ["py", "1234567", "1234567", "a CI"],
    ["py", "1234567-9", "1234567-9", "the RUC of the same person, another document"],
    ["py", "80000008-0", "80000008-0", "a RUC"],
    ["es", "x1234567l", "X1234567L", "a NIE"],
    ["es", "b12345674", "B12345674", "a CIF"],
  ] as [Country, string, string, string][])("%s: «%s» is %s (%s)", (country, text, document) => {
    expect(jurisdictionOf(country).parseDocument(text)).toBe(document);
  });
});
