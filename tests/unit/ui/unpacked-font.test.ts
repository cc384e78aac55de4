import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { unpackedFont } from "@/components/pdf/unpacked-font";

const woff = readFileSync(
  createRequire(import.meta.url).resolve("@fontsource/public-sans/files/public-sans-latin-400-normal.woff"),
);

test("an unpacked font is a TrueType font whose tables add up to their checksums", () => {
  const font = unpackedFont(woff);
  expect(font.readUInt32BE(0)).toBe(0x00010000);
  const count = font.readUInt16BE(4);
  expect(count).toBe(woff.readUInt16BE(12));
  for (let at = 0; at < count; at += 1) {
    const entry = 12 + 16 * at;
    const [checksum, start, length] = [4, 8, 12].map((field) => font.readUInt32BE(entry + field));
    // The font's own checksum, in "head", is none of its table's.
    if (font.toString("latin1", entry, entry + 4) === "head") continue;
    let sum = 0;
    for (let word = start ?? 0; word < (start ?? 0) + (length ?? 0); word += 4)
      sum = (sum + font.readUInt32BE(word)) >>> 0;
    expect(sum).toBe(checksum);
  }
});

test("what is no WOFF is not taken for one", () => {
  expect(() => unpackedFont(Buffer.from("wOF2 and more"))).toThrow("no WOFF");
});
