import { writeFileSync } from "node:fs";
import { crc32, deflateRawSync } from "node:zlib";

/** An entry of a zip, and the lies it tells. */
export interface ZipEntry {
  name: string;
  content: string | Buffer;
  /** Size that the directory declares instead of the real one. */
  declaredSize?: number;
  checksum?: number;
  /** Unix type and permissions; 0o120777 is a symbolic link. */
  mode?: number;
  encrypted?: boolean;
}

/** Writes a zip by hand: no library makes the broken ones. */
export function writeZip(path: string, entries: readonly ZipEntry[]): string {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const content = Buffer.from(entry.content);
    const packed = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE((entry.encrypted ? 1 : 0) | 0x800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(entry.checksum ?? crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(entry.declaredSize ?? content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 3]), common, rest, name]));
    parts.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(
    directory.reduce((size, { length }) => size + length, 0),
    8,
  );
  end.writeUInt32LE(offset, 12);
  writeFileSync(path, Buffer.concat([...parts, ...directory, Buffer.from("PK\x05\x06"), end]));
  return path;
}
