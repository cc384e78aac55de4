import fc from "fast-check";
import { expect, test } from "vitest";
import { checkAmounts } from "@/lib/jurisdiction/cl/dte-amounts.ts";
import { verifyTimbre } from "@/lib/jurisdiction/cl/dte-timbre.ts";
import { rutCheckDigit } from "@/lib/jurisdiction/cl/rut.ts";
import { addDays, day } from "@/lib/kernel/civil-date.ts";
import { documentOf, issued, TIPOS } from "./documents.ts";

/** Any text that ISO-8859-1 writes, markup and all, with something in it to read. */
const name = fc
  .string({
    unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
    minLength: 1,
    maxLength: 70,
  })
  .map((text) => text.replace(/[\x7f-\xa0]/g, "ñ").trim())
  .filter((text) => text !== "");

const rut = fc
  .integer({ min: 1_000_000, max: 99_999_999 })
  .map((body) => `${body}-${rutCheckDigit(String(body))}`);

const aDocument = fc.record({
  tipo: fc.constantFrom(...TIPOS),
  folio: fc.integer({ min: 1, max: 100_000 }),
  issuedOn: fc.integer({ min: 0, max: 2000 }).map((days) => addDays(day("2020-01-02"), days)),
  receiver: fc.record({ rut, name, address: fc.constant("Uno 1"), comuna: fc.constant("Lago Ranco") }),
  lines: fc.array(
    fc.record({ name, amount: fc.integer({ min: 0, max: 10_000_000 }), exempt: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 5,
    },
  ),
});

test("whatever is issued reads back, verifies and adds up", () => {
  fc.assert(
    fc.property(aDocument, ({ tipo, ...rest }) => {
      const document = documentOf(issued(tipo, rest));
      expect(document).toMatchObject({
        tipo,
        folio: rest.folio,
        issuedOn: rest.issuedOn,
        receiverRut: rest.receiver.rut,
        receiverName: rest.receiver.name,
      });
      expect(document.lines.map(({ name, amount }) => ({ name, amount }))).toEqual(
        rest.lines.map(({ name, amount }) => ({ name, amount })),
      );
      expect(verifyTimbre(document)).toBeNull();
      expect(checkAmounts(document)).toBeNull();
    }),
    { numRuns: 150 },
  );
});

test.each(["MNT", "F", "RR"])("a single digit changed in the timbre's %s is refused", (element) => {
  fc.assert(
    fc.property(aDocument, fc.nat(), fc.integer({ min: 1, max: 9 }), ({ tipo, ...rest }, at, by) => {
      const file = issued(tipo, rest);
      const [before = "", digits = ""] =
        new RegExp(`[^]*<${element}>(\\d+)`).exec(file.toString("latin1")) ?? [];
      const place = before.length - 1 - (at % digits.length);
      const digit = (file[place] ?? 0) - 0x30;
      file[place] = 0x30 + ((digit + by) % 10);
      expect(verifyTimbre(documentOf(file))?.code).toMatch(/^timbre\/(signature|caf-range)$/);
    }),
    { numRuns: 60 },
  );
});
