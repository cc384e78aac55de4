import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMailAddress } from "../../../lib/platform/mail/address.ts";

const at = "@"; // apart: what is refused here is no address of anybody's
const long = (length: number) => "a".repeat(length);

test.each([
  ["ana@correo.example", "ana@correo.example", "as it is"],
  ["  ana@correo.example\n", "ana@correo.example", "blanks around"],
  [`Ana.Soto+luz${at}Correo.EXAMPLE`, "Ana.Soto+luz@correo.example", "capitals of the domain only"],
  ["o'higgins@correo.example", "o'higgins@correo.example", "apostrophe"],
  ["jose\u0301@correo.example", "josé@correo.example", "composed"],
  [`ana${at}señal.example`, "ana@xn--seal-hqa.example", "domain beyond ASCII"],
  [`ana${at}ｃｏｒｒｅｏ.example`, "ana@correo.example", "full-width domain"],
  ["用户@correo.example", "用户@correo.example", "local part beyond ASCII"],
  [`${long(64)}@correo.example`, `${long(64)}@correo.example`, "64 octets before the @"],
])("%j is %s (%s)", (text, address) => {
  expect(parseMailAddress(text)).toBe(address);
  expect(parseMailAddress(address)).toBe(address);
});

test.each([
  ["", "nothing"],
  ["ana", "no @"],
  [`ana${at}`, "no domain"],
  [`${at}correo.example`, "nobody"],
  [`ana${at}localhost`, "no dot"],
  [`ana${at}[127.0.0.1]`, "an address of the network"],
  [`ana${at}127.0.0.1`, "the same, bare"],
  [`ana${at}correo..example`, "an empty label"],
  [`ana${at}-correo.example`, "a hyphen first"],
  [`.ana${at}correo.example`, "a dot first"],
  [`ana..soto${at}correo.example`, "two dots"],
  [`ana soto${at}correo.example`, "a blank"],
  [`"ana soto"${at}correo.example`, "quoted: nobody has one, and headers are quoted too"],
  [`ana${at}correo.example, eva${at}correo.example`, "two"],
  [`Ana <ana${at}correo.example>`, "with a name"],
  [`ana\r\nBcc: eva${at}correo.example`, "a header"],
  [`ana\u200b${at}correo.example`, "an invisible character"],
  [`${long(65)}${at}correo.example`, "65 octets before the @"],
  [`ana${at}${long(64)}.example`, "a label of 64"],
  [`ana${at}${[long(63), long(63), long(63), long(60)].join(".")}.example`, "more than 254 octets"],
])("%j is no address: %s", (text) => {
  expect(parseMailAddress(text)).toBeNull();
});

test("what is taken has one @, no blank and no line end, and is taken again as it is", () => {
  const near = fc.string({ unit: fc.constantFrom(...'aé.@-<>,;: \r\n\t"()[]\\\u200bñ1') });
  fc.assert(
    fc.property(fc.oneof(near, fc.emailAddress(), fc.string({ unit: "binary" })), (text) => {
      const address = parseMailAddress(text);
      if (address === null) return;
      expect(address).toMatch(/^[^\s@<>",;]+@[a-z0-9.-]+$/);
      expect(parseMailAddress(address)).toBe(address);
    }),
    { numRuns: 2_000 },
  );
});
