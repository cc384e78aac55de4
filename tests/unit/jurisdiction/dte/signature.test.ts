import { generateKeyPairSync, sign } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { issueEnvelope } from "@/lib/demonstration/dte/issue-dte.ts";
import { signedByTestKey, TEST_PUBLIC_KEY } from "@/lib/demonstration/dte/test-key.ts";
import { signedByKey } from "@/lib/jurisdiction/cl/dte-keys.ts";
import { xmlSignatureHolds } from "@/lib/jurisdiction/cl/dte-signature.ts";
import { aDte, changed, documentOf, documentsOf, fixture, FOLIOS, issued, NOTROS } from "./documents.ts";
import { REAL, STAMPED_AT, TIPOS } from "./documents.ts";

const holds = (file: Buffer) => xmlSignatureHolds(documentOf(file));
const note = fixture(REAL["accents, a timbre on many lines, a note"]);

describe("the XML signature holds", () => {
  const copies = Object.values(REAL).map((name) => name.replace(".xml", "--cleaned.xml"));
  test.each([...Object.values(REAL), ...copies])("in the real %s", (name) => {
    expect(holds(fixture(name))).toBe(true);
  });

  test.each(TIPOS)("in an issued document of type %i", (tipo) => {
    expect(holds(issued(tipo))).toBe(true);
  });

  test("in UTF-8, in an envelope, with a comment, other quotes and line ends of Windows", () => {
    const file = issued(39);
    const utf8 = Buffer.from(file.toString("latin1").replace("ISO-8859-1", "UTF-8"), "utf8");
    const envelope = issueEnvelope([aDte(39), aDte(39, { folio: 78 })], NOTROS, FOLIOS, STAMPED_AT);
    expect(holds(utf8)).toBe(true);
    expect(documentsOf(envelope).map((dte) => typeof dte === "object" && xmlSignatureHolds(dte))).toEqual([
      true,
      true,
    ]);
    expect(holds(changed(file, "<Encabezado>", "<!-- nota --><Encabezado>"))).toBe(true);
    expect(holds(changed(file, '<TED version="1.0">', "<TED  version='1.0' >"))).toBe(true);
    expect(holds(changed(note, /\n/g, "\r\n"))).toBe(true);
  });
});

describe("the XML signature is not confirmed", () => {
  test.each([
    ["with another amount", "<MntTotal>57347078", "<MntTotal>57347079"],
    ["with a blank more", "<TipoDTE>", "<TipoDTE> "],
    ["with another digest", /<DigestValue>./, "<DigestValue>W"],
    ["with another signature", /<SignatureValue>\s*./, "<SignatureValue>A"],
    ["with another key", /<Modulus>\s*u/, "<Modulus>v"],
    ["when it is of another element", 'URI="#', 'URI="#x'],
    ["without signature", /<Signature [^]*<\/Signature>/, ""],
  ])("%s", (_case, from, to) => {
    expect(holds(changed(note, from, to))).toBe(false);
  });
});

describe("a signature by a short key", () => {
  test("holds as OpenSSL says, whatever is signed", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        const signed = Buffer.from(bytes);
        expect(signedByKey(signed, signedByTestKey(signed), TEST_PUBLIC_KEY)).toBe(true);
      }),
    );
  });

  test("does not hold with a bit changed, a byte less or more, or over other bytes", () => {
    const signed = Buffer.from("<DD></DD>");
    const signature = Buffer.from(signedByTestKey(signed), "base64");
    const verdict = (bytes: Uint8Array, over = signed) =>
      signedByKey(over, Buffer.from(bytes).toString("base64"), TEST_PUBLIC_KEY);
    expect(verdict(signature)).toBe(true);
    for (let bit = 0; bit < signature.length * 8; bit++) {
      const other = Buffer.from(signature);
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(verdict(other)).toBe(false);
    }
    expect(verdict(signature.subarray(1))).toBe(false);
    expect(verdict(Buffer.concat([Buffer.alloc(1), signature]))).toBe(false);
    expect(verdict(signature, Buffer.from("<DD> </DD>"))).toBe(false);
    expect(verdict(Buffer.alloc(0))).toBe(false);
  });

  test("does not hold for the cube root that a lax check of the padding would take", () => {
    // Bleichenbacher 2006: with exponent 3, a number whose cube merely begins like the padding is easily found.
    const prefix = Buffer.from("0001ff003021300906052b0e03021a05000414", "hex");
    const wanted = BigInt(`0x${Buffer.concat([prefix, Buffer.alloc(64 - prefix.length)]).toString("hex")}`);
    let [low, high] = [0n, 1n << 256n];
    while (low < high) {
      const middle = (low + high) / 2n;
      if (middle ** 3n < wanted) low = middle + 1n;
      else high = middle;
    }
    const root = Buffer.from(low.toString(16).padStart(128, "0"), "hex");
    expect(signedByKey(Buffer.from("x"), root.toString("base64"), TEST_PUBLIC_KEY)).toBe(false);
  });

  test.each([
    [1024, 3],
    [2048, 3],
    [1024, 65_537],
    [2048, 65_537],
  ])("a key of %i bits with exponent %i verifies its own, and no other", (modulusLength, publicExponent) => {
    const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength, publicExponent });
    const { n = "", e = "" } = publicKey.export({ format: "jwk" });
    const key = { modulus: n, exponent: e };
    const signed = Buffer.from("<DD></DD>");
    const signature = sign("RSA-SHA1", signed, privateKey).toString("base64");
    expect(signedByKey(signed, signature, key)).toBe(true);
    expect(signedByKey(Buffer.from("<DD/>"), signature, key)).toBe(false);
    expect(signedByKey(signed, signature, TEST_PUBLIC_KEY)).toBe(false);
  });
});
