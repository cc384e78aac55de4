import fc from "fast-check";
import { expect, test } from "vitest";
import { chargeAnchor } from "../../../lib/billing/charge-anchor.ts";
import { arrangedCharges, chargeListing } from "../../../lib/billing/charge-descriptions.ts";

const charges = ["Aseo", "Cargo fijo", "Cargo fijo mensual", "Interés de mora"].map((description) => ({
  description,
  explanation: description === "Aseo" ? "No es un cargo fijo de la empresa." : "Otra cosa.",
}));
const found = (asked: object) =>
  arrangedCharges(charges, chargeListing.parse(asked)).map(({ description }) => description);

test.each<[asked: object, names: string[], why: string]>([
  [{}, ["Aseo", "Cargo fijo", "Cargo fijo mensual", "Interés de mora"], "by name"],
  [{ dir: "desc" }, ["Interés de mora", "Cargo fijo mensual", "Cargo fijo", "Aseo"], "and back"],
  [{ buscar: "interes" }, ["Interés de mora"], "without accents"],
  [{ buscar: "cargo fijo" }, ["Cargo fijo", "Aseo", "Cargo fijo mensual"], "the one so called comes first"],
  [{ buscar: "agua" }, [], "nothing"],
])("%o → %j (%s)", (asked, names) => {
  expect(found(asked)).toEqual(names);
});

test("every charge has a place of its own, without blanks, that an address can name as it is", () => {
  const texts = fc.uniqueArray(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), {
    minLength: 2,
    maxLength: 10,
  });
  fc.assert(
    fc.property(texts, (descriptions) => {
      const anchors = descriptions.map(chargeAnchor);
      expect(new Set(anchors).size).toBe(descriptions.length);
      for (const anchor of anchors) {
        expect(anchor).not.toMatch(/\s/);
        expect(new URL(`http://a.example/#${anchor}`).hash).toBe(`#${anchor}`);
      }
    }),
  );
});
