import { isAscii, isUtf8 } from "node:buffer";
import { DteStop } from "./dte-refusals.ts";

/** How a file is written, whatever name it gives to it. */
export type DteEncoding = "ISO-8859-1" | "windows-1252" | "UTF-8";

/** A file's characters, and the way back to its bytes. */
export interface XmlText {
  /** What the reader reads. */
  text: string;
  /** The same characters, each as the byte of ISO-8859-1 that the issuer signed. */
  signed: string;
  /** Where every character is one byte, at its position: those bytes. */
  bytes: Buffer | null;
  encoding: DteEncoding;
  /** The byte at which a character begins; cheapest in the order of the file. */
  byteAt: (position: number) => number;
  /** The line of a character, the first being 1; cheapest in the order of the file. */
  lineAt: (position: number) => number;
}

const DECLARED = /^(?:\xef\xbb\xbf)?<\?xml\s[^>]*?\sencoding\s*=\s*(["'])([A-Za-z][\w.:-]*)\1/;
const UTF8 = /^utf-?8$/i;
const SINGLE_BYTE = /^(iso-?8859-1|latin-?1|windows-1252|cp-?1252|us-ascii)$/i;

/** The file's text by the encoding that it declares, which is UTF-8 when it declares none. */
export function decodeXml(file: Buffer): XmlText {
  const declared = DECLARED.exec(file.toString("latin1", 0, 200))?.[2] ?? "UTF-8";
  const single = SINGLE_BYTE.test(declared);
  if (!single && !UTF8.test(declared)) throw new DteStop("dte/encoding", { line: 1, value: declared });
  const encoding = !single ? "UTF-8" : declared.includes("1252") ? "windows-1252" : "ISO-8859-1";
  if (isAscii(file)) return singleByte(file, encoding);
  // Under a label of one byte a character, valid UTF-8 that is not ASCII reads "Ã±": no document means that.
  if (isUtf8(file) === single) throw new DteStop("dte/encoding", { line: 1, value: declared });
  return single ? singleByte(file, encoding) : multiByte(file.toString("utf8"));
}

function singleByte(bytes: Buffer, encoding: DteEncoding): XmlText {
  const text = bytes.toString("latin1");
  return { text, signed: text, bytes, encoding, byteAt: (position) => position, lineAt: linesOf(text) };
}

/** What windows-1252 puts where ISO-8859-1 has control characters that no document means. Source: WHATWG Encoding. */
const FROM_0X80 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";
const C1 = /[\x80-\x9f]/g;

/** The same with the characters of windows-1252, which issuers use under the name of ISO-8859-1 too. */
export function withWindowsCharacters(xml: XmlText): XmlText {
  if (!xml.bytes) return xml;
  return { ...xml, text: xml.text.replace(C1, (byte) => FROM_0X80[byte.charCodeAt(0) - 0x80] ?? byte) };
}

function multiByte(text: string): XmlText {
  let characters = 0;
  let bytes = 0;
  return {
    text,
    signed: text,
    bytes: null,
    encoding: "UTF-8",
    lineAt: linesOf(text),
    byteAt(position) {
      if (position < characters) characters = bytes = 0;
      bytes += Buffer.byteLength(text.slice(characters, position));
      characters = position;
      return bytes;
    },
  };
}

function linesOf(text: string): (position: number) => number {
  let characters = 0;
  let line = 1;
  return (position) => {
    if (position < characters) {
      characters = 0;
      line = 1;
    }
    for (let at = text.indexOf("\n", characters); at >= 0 && at < position; at = text.indexOf("\n", at + 1))
      line++;
    characters = position;
    return line;
  };
}
