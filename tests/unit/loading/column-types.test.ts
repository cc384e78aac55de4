import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chile } from "../../../lib/jurisdiction/cl/chile.ts";
import * as type from "../../../lib/loading/format/column-types.ts";

const cases: [string, type.ColumnType, string[], string[]][] = [
  [
    "code",
    type.code,
    ["11261", "A-1.b_2", "x".repeat(32)],
    ["", "-1", ".", "a b", "a/b", "ñ", "x".repeat(33)],
  ],
  ["text", type.text(5), ["ab", "Río s", "=1+1"], ["abcdef", "a\nb", "a\tb", "a\u2028b", "\u0007"]],
  ["identity", type.identity, ["11111111-1"], ["11111111-2", "Juan"]],
  ["email", type.email, ["a@b.example"], ["a@b", "a b@c.example", "a@b.example,c@d.example", "a@@b.cl"]],
  ["phone", type.phone, ["+56 9 1234 5678", "642345678", "600 (200) 4040"], ["12", "anexo 3", "+56;9"]],
  ["date", type.date, ["2020-02-29"], ["2019-02-29", "2020-1-1", "01-02-2020", "20200101", "0020-01-01"]],
  ["period", type.period, ["2020-01", "1999-12"], ["2020-13", "2020-1", "202001", "2020-01-01"]],
  ["integer", type.integer(1, 999), ["1", "39", "999"], ["0", "1000", "1.0", "-1", "1e2", "٣"]],
  [
    "amount",
    type.amount,
    ["0", "-150", "47045", "1.25"],
    ["47.045", "1,5", "1e3", "+1", ".5", "1.", "NaN", "Infinity", " 1"],
  ],
  ["energy", type.energy, ["0", "18402.125"], ["-1", "1.2345", "1,2"]],
  ["factor", type.factor, ["17.125000", "-0.5"], ["1.1234567", "1/2"]],
  ["choice", type.choice("SI", "NO"), ["SI", "NO"], ["si", "Sí", "1"]],
];

describe.each(cases)("%s", (_name, { parse }, good, bad) => {
  test.each(good)("takes %j", (cell) => {
    expect(typeof parse(cell, chile)).toBe("string");
  });
  test.each(bad)("refuses %j and says what to do", (cell) => {
    expect(parse(cell, chile)).toEqual({
      reason: expect.stringMatching(/^.+\.$/s) as string,
      remedy: expect.stringMatching(/^.+\.$/s) as string,
    });
  });
});

test("every number of at most two decimals is an amount, as it is written", () => {
  const cents = fc.integer({ min: -1e15, max: 1e15 });
  fc.assert(
    fc.property(cents, fc.integer({ min: 0, max: 2 }), (value, digits) => {
      const text = (value / 100).toFixed(digits);
      expect(type.amount.parse(text, chile)).toBe(text);
    }),
  );
});

test("a text is kept composed, so that two systems' accents are one", () => {
  expect(type.text(20).parse("Ri\u0301o Bueno", chile)).toBe("R\u00edo Bueno");
});
