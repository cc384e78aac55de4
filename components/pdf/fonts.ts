import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Font } from "@react-pdf/renderer";
import { unpackedFont } from "./unpacked-font";

const FAMILY = "Public Sans";
const WEIGHTS = [400, 600, 700];
/** Unpacked once: the renderer would inflate a packed font's tables again for every document. */
const file = (weight: number) => {
  const name = `@fontsource/public-sans/files/public-sans-latin-${weight}-normal.woff`;
  const font = unpackedFont(readFileSync(createRequire(import.meta.url).resolve(name)));
  return `data:font/ttf;base64,${font.toString("base64")}`;
};

Font.register({
  family: FAMILY,
  fonts: WEIGHTS.map((fontWeight) => ({ src: file(fontWeight), fontWeight })),
});
// Words are not broken: a name is read as it is written.
Font.registerHyphenationCallback((word) => [word]);

/** Every letter that a Latin alphabet writes with one of ASCII below its accent. */
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** What the renderer's types leave open: the font as fontkit reads it. */
interface LoadedFont {
  data: { layout: (text: string) => unknown } | null;
}

let ready: Promise<void> | undefined;

/**
 * Loads the family of every document, embedded.
 *
 * A font remembers each letter as it first meets it: one that it meets as the base of an accented one ("Ó" before "O")
 * would have no character, could not be copied from the document and would break its word. So it meets the letters first.
 */
export const fontsLoaded = (): Promise<void> =>
  (ready ??= (async () => {
    for (const fontWeight of WEIGHTS) {
      await Font.load({ fontFamily: FAMILY, fontWeight });
      const loaded = Font.getFont({ fontFamily: FAMILY, fontWeight }) as LoadedFont;
      loaded.data?.layout(LETTERS);
    }
  })());
