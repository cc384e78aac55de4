import { inflateSync } from "node:zlib";

const WOFF_HEAD = 44;
const WOFF_ENTRY = 20;
const SFNT_HEAD = 12;
const SFNT_ENTRY = 16;

/**
 * A WOFF font as the TrueType font that was packed into it. Drawing from a packed one inflates its tables anew for
 * every document.
 *
 * Source: W3C, WOFF File Format 1.0, sections 3 to 5.
 */
export function unpackedFont(woff: Buffer): Buffer {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new Error("the font is no WOFF file");
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, at) => {
    const entry = WOFF_HEAD + at * WOFF_ENTRY;
    const [offset = 0, packed = 0, length = 0] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field));
    const bytes = woff.subarray(offset, offset + packed);
    return {
      tag: woff.subarray(entry, entry + 4),
      checksum: woff.subarray(entry + 16, entry + 20),
      bytes: packed < length ? inflateSync(bytes) : bytes,
    };
  });
  const head = Buffer.alloc(SFNT_HEAD + count * SFNT_ENTRY);
  woff.copy(head, 0, 4, 8);
  const power = Math.floor(Math.log2(count));
  const search = 16 * 2 ** power;
  [count, search, power, 16 * count - search].forEach((value, at) => head.writeUInt16BE(value, 4 + 2 * at));
  let end = head.length;
  const padded = tables.flatMap(({ tag, checksum, bytes }, at) => {
    const entry = SFNT_HEAD + at * SFNT_ENTRY;
    tag.copy(head, entry);
    checksum.copy(head, entry + 4);
    head.writeUInt32BE(end, entry + 8);
    head.writeUInt32BE(bytes.length, entry + 12);
    const padding = Buffer.alloc(-bytes.length & 3);
    end += bytes.length + padding.length;
    return [bytes, padding];
  });
  return Buffer.concat([head, ...padded]);
}
