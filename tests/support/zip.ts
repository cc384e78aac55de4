import { writeFileSync } from "node:fs";
import { constants, crc32, deflateRawSync } from "node:zlib";

/** An entry of a zip, and the lies it tells. */
export interface ZipEntry {
  /** Bytes, where they are no UTF-8. */
  name: string | Buffer;
  content: string | Buffer;
  /** Deflated bytes that take the place of the content's. */
  packed?: Buffer;
  /** Size that the directory declares instead of the real one. */
  declaredSize?: number;
  checksum?: number;
  /** Unix type and permissions; 0o120777 is a symbolic link. */
  mode?: number;
  encrypted?: boolean;
  /** Whether the entry says that its name is UTF-8. */
  utf8?: boolean;
}

/** What the end of a zip says of its directory. */
interface Ending {
  entries: number;
  size: number;
  offset: number;
}

/** What an entry's local header and its line of the directory have in common. */
function commonOf(entry: ZipEntry, name: Buffer, packed: Buffer): Buffer {
  const content = Buffer.from(entry.content);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE((entry.encrypted ? 1 : 0) | (entry.utf8 === false ? 0 : 0x800), 2);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(entry.checksum ?? crc32(content), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(entry.declaredSize ?? content.length, 18);
  common.writeUInt16LE(name.length, 22);
  return common;
}

/** Zip64 where there are more entries than two bytes count. */
function endOf({ entries, size, offset }: Ending): Buffer[] {
  const end = Buffer.alloc(18);
  const counted = Math.min(entries, 0xffff);
  end.writeUInt16LE(counted, 4);
  end.writeUInt16LE(counted, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  const plain = [Buffer.from("PK\x05\x06"), end];
  if (counted === entries) return plain;
  const large = Buffer.alloc(52);
  large.writeBigUInt64LE(44n, 0);
  for (const at of [20, 28]) large.writeBigUInt64LE(BigInt(entries), at);
  large.writeBigUInt64LE(BigInt(size), 36);
  large.writeBigUInt64LE(BigInt(offset), 44);
  const locator = Buffer.alloc(16);
  locator.writeBigUInt64LE(BigInt(offset + size), 4);
  locator.writeUInt32LE(1, 12);
  return [Buffer.from("PK\x06\x06"), large, Buffer.from("PK\x06\x07"), locator, ...plain];
}

/** Writes a zip by hand: no library makes the broken ones. */
export function writeZip(path: string, entries: readonly ZipEntry[]): string {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  let size = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const packed = entry.packed ?? deflateRawSync(entry.content);
    const common = commonOf(entry, name, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    const line = [Buffer.from("PK\x01\x02"), Buffer.from([20, 3]), common, rest, name];
    directory.push(...line);
    size += line.reduce((sum, { length }) => sum + length, 0);
    const local = [Buffer.from("PK\x03\x04"), common, name, packed];
    parts.push(...local);
    offset += local.reduce((sum, { length }) => sum + length, 0);
  }
  const end = endOf({ entries: entries.length, size, offset });
  writeFileSync(path, Buffer.concat([...parts, ...directory, ...end]));
  return path;
}

const BLOCK_BYTES = 1024 ** 2;

/** Deflated bytes that unpack to `head` and `unit` again and again for `megabytes`: about a thousandth of it. */
export function bomb(megabytes: number, unit: string, head = ""): Buffer {
  const block = Buffer.from(unit.repeat(Math.ceil(BLOCK_BYTES / Buffer.byteLength(unit))));
  // A full flush forgets what came before, so that the same bytes can stand there as often as one likes.
  const flushed = (bytes: Buffer) => deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH, level: 9 });
  const repeated = new Array<Buffer>(megabytes).fill(flushed(block));
  return Buffer.concat([flushed(Buffer.from(head)), ...repeated, deflateRawSync("")]);
}
