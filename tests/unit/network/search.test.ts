import { expect, test } from "vitest";
import { otherSpellings, placeIn, ranked, sought, type Found } from "../../../lib/network/search.ts";

test.each<[string, readonly [number, number] | null]>([
  ["-40.33, -72.96", [-72.96, -40.33]],
  ["-40,33 -72,96", [-72.96, -40.33]],
  ["(-40.33; -72.96)", [-72.96, -40.33]],
  ["40.33° S 72.96° O", [-72.96, -40.33]],
  ["40.33S, 72.96W", [-72.96, -40.33]],
  ["1 152", null],
  ["7242", null],
  ["95.5, 10.5", null],
  ["10.5, 190.5", null],
])("%s is the place %j", (typed, place) => {
  expect(placeIn(typed)).toEqual(place);
});

test.each<[string, string, string | null]>([
  ["poste 7242", "7242", "postes"],
  ["Transformador: 1_152", "1_152", "transformadores"],
  ["SUBESTACIÓN La Unión", "La Unión", "subestaciones"],
  ["poste", "poste", null],
  ["  La\tUnión  ", "La Unión", null],
  ["trasformador 1_152", "1_152", "transformadores"],
  ["transsformador 5", "5", "transformadores"],
  ["alimentafor tjb15", "tjb15", "alimentadores"],
  ["postre 5", "postre 5", null],
  ["transportadora 5", "transportadora 5", null],
])("%s looks for %s in %s", (typed, words, layer) => {
  expect(sought(typed)).toEqual({ kind: "words", words, layer });
});

test("ten thousand letters are cut, and control characters are none", () => {
  expect(sought(`a\u0000b${"x".repeat(10_000)}`)).toMatchObject({
    words: `a b${"x".repeat(117)}`.slice(0, 120),
  });
  expect(sought(" \u0000 \n ")).toEqual({ kind: "nothing" });
});

test("a plate is found however its signs and zeros are written", () => {
  expect(otherSpellings("mt2656")).toContain("mt 2656");
  expect(otherSpellings("007242")).toContain("7242");
  expect(otherSpellings("1 152")).toContain("1152");
});

test("what was typed comes first, then what is painted on an asset, and each asset once", () => {
  const found = (kind: Found["kind"], layer: Found["layer"], id: string, exact: boolean): Found => ({
    ...{ kind, layer, id, exact },
    label: "",
    count: 1,
  });
  const rows = [
    found("name", "alimentadores", "A", false),
    found("plate", "transformadores", "T", true),
    found("id", "postes", "7242", true),
    found("id", "transformadores", "T", false),
  ];
  expect(ranked(rows).map(({ layer, kind }) => `${layer} ${kind}`)).toEqual([
    "postes id",
    "transformadores plate",
    "alimentadores name",
  ]);
});
