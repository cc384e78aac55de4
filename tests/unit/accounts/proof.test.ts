import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskedName, plainName } from "../../../lib/accounts/masked-name.ts";
import { compared, proves, type HeldFacts } from "../../../lib/accounts/proof.ts";
import { decimalText } from "../../../lib/kernel/decimal.ts";

const money = (amount: number) => decimalText(amount);
const bill = (total: number, folio: string, shared = false) => ({ total: money(total), folio, shared });
const METERED: HeldFacts = {
  meters: ["5740185"],
  metered: true,
  bills: [bill(39_304, "1379692"), bill(39_537, "1375575"), bill(52_623, "1371458")],
};
const UNMETERED: HeldFacts = { ...METERED, meters: [], metered: false };

describe("what proves a supply", () => {
  test.each([
    ["5740185", 39_304],
    ["5740185", 39_537],
    ["5740185", 52_623],
    ["５７４０１８５", 39_304],
    ["574-0185", 39_304],
    [" 0005740185 ", 39_304],
  ])("meter «%s» and %i", (meter, total) => {
    expect(proves({ meter, total: money(total) }, METERED)).toBe(true);
  });

  test.each([
    ["another meter", "5740186", 39_304],
    ["an amount one off", "5740185", 39_305],
    ["nothing", "5740185", 0],
    ["the folio, where there is a meter", "1379692", 39_304],
    ["no meter at all", "", 39_304],
    ["punctuation for a meter", "---", 39_304],
    ["zero for a meter", "0", 39_304],
  ])("%s does not", (_what, meter, total) => {
    expect(proves({ meter, total: money(total) }, METERED)).toBe(false);
  });

  test("what is no amount does not", () => {
    expect(proves({ meter: "5740185", total: null }, METERED)).toBe(false);
  });

  test("a bill of nothing, or with a credit, proves nothing", () => {
    const held = { ...METERED, bills: [bill(0, "1"), bill(-500, "2")] };
    expect(proves({ meter: "5740185", total: money(0) }, held)).toBe(false);
    expect(proves({ meter: "5740185", total: money(-500) }, held)).toBe(false);
  });

  test("an amount shared by many proves nothing, another of the three does", () => {
    const held = { ...METERED, bills: [bill(1_200, "1", true), bill(39_537, "2")] };
    expect(proves({ meter: "5740185", total: money(1_200) }, held)).toBe(false);
    expect(proves({ meter: "5740185", total: money(39_537) }, held)).toBe(true);
  });

  test("where there is no meter, the folio of the bill with that total stands for it", () => {
    expect(proves({ meter: "1379692", total: money(39_304) }, UNMETERED)).toBe(true);
    expect(proves({ meter: "1379692", total: money(39_537) }, UNMETERED)).toBe(false);
    expect(proves({ meter: "5740185", total: money(39_304) }, UNMETERED)).toBe(false);
  });

  test("a meter that was taken away in these months is still on their paper", () => {
    const changed = { ...METERED, meters: ["11", "22"] };
    for (const meter of ["11", "22"]) expect(proves({ meter, total: money(39_304) }, changed)).toBe(true);
  });

  test("nothing proves a supply of which nothing is known", () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.nat()), fc.boolean(), (meter, total, metered) => {
        const given = { meter, total: total === null ? null : money(total) };
        expect(proves(given, { meters: [], metered, bills: [] })).toBe(false);
      }),
    );
  });

  test("a number is the same however it is spaced, and another when a digit is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1 }), fc.integer({ min: 1 }), (one, other) => {
        const spaced = [...String(one)].join(" . ");
        expect(compared(spaced)).toBe(compared(String(one)));
        expect(compared(String(one)) === compared(String(other))).toBe(one === other);
      }),
    );
  });
});

test.each([
  ["Camila Vera Huenumán", "Camila V. H."],
  ["  josé  del río ", "josé d. r."],
  ["Panadería El Trigal Ltda. de los Andes", "Panadería E. T. L."],
  ["http://evil.example/gane", "http e. e. g."],
  ["<b>Ana</b>", "b A. b."],
  ["", ""],
])("«%s» is shown to others as «%s»", (name, masked) => {
  expect(maskedName(name)).toBe(masked);
});

test("a name in a mail to a stranger is words, whatever was typed for one", () => {
  expect(plainName("Gane en http://evil.example/x?a=1")).toBe("Gane en http evil example x a");
  expect(plainName("María  José Ñanco\u202e")).toBe("María José Ñanco");
});
