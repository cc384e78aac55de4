import { crc32, deflateSync, inflateSync } from "node:zlib";

/*
 * Chromium writes pictures of pages in 24 bits and packs them in haste. Pages have few colours: with a palette of 256
 * and zlib's patience the same picture takes a third, and the repository keeps many of them.
 */

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");
const COLOURS = 256;

function chunksOf(png: Buffer): { type: string; data: Buffer }[] {
  const chunks = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const data = png.subarray(at + 8, at + 8 + length);
    chunks.push({ type: png.toString("latin1", at + 4, at + 8), data });
    at += length + 12;
  }
  return chunks;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** The guess of PNG's filter 4: whichever neighbour is nearest to left + above − above left. */
function paeth(left: number, above: number, corner: number): number {
  const [toLeft, toAbove] = [Math.abs(above - corner), Math.abs(left - corner)];
  const toCorner = Math.abs(left + above - 2 * corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** Rows of samples without the filter that each was stored with. */
function unfiltered(packed: Buffer, stride: number, step: number): Buffer {
  const stored = inflateSync(packed);
  const height = stored.length / (stride + 1);
  const plain = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = stored[row * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const at = row * stride + x;
      const left = x >= step ? (plain[at - step] ?? 0) : 0;
      const above = row > 0 ? (plain[at - stride] ?? 0) : 0;
      const corner = x >= step && row > 0 ? (plain[at - stride - step] ?? 0) : 0;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0;
      plain[at] = (stored[row * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return plain;
}

function distance(a: number, b: number): number {
  const [red, green, blue] = [
    (a >> 16) - (b >> 16),
    ((a >> 8) & 255) - ((b >> 8) & 255),
    (a & 255) - (b & 255),
  ];
  return red ** 2 + green ** 2 + blue ** 2;
}

/** Colours as 0xRRGGBB, each chosen where those before it leave the most wrong, and for every colour its nearest. */
function paletteOf(colours: Uint32Array): { palette: number[]; nearest: Map<number, number> } {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const errors = new Map([...counts.keys()].map((colour) => [colour, Infinity]));
  const nearest = new Map<number, number>();
  const palette: number[] = [];
  while (palette.length < COLOURS) {
    let [worst, most] = [0, 0];
    for (const [colour, count] of counts) {
      const wrong = count * (errors.get(colour) ?? 0);
      if (wrong > most) [worst, most] = [colour, wrong];
    }
    if (most === 0) break;
    for (const [colour, error] of errors) {
      const left = distance(colour, worst);
      if (left >= error) continue;
      errors.set(colour, left);
      nearest.set(colour, palette.length);
    }
    palette.push(worst);
  }
  return { palette, nearest };
}

/** `png` with a palette of 256 colours. @throws Error when it is not as Chromium writes it */
export function smallPng(png: Buffer): Buffer {
  const chunks = chunksOf(png);
  const header = Buffer.from(chunks[0]?.data ?? []);
  const [width, depth, kind] = [header.readUInt32BE(0), header[8], header[9]];
  const step = kind === 6 ? 4 : 3;
  if (depth !== 8 || (kind !== 2 && kind !== 6)) throw new Error(`a PNG of depth ${depth}, kind ${kind}`);
  const packed = Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data));
  const samples = unfiltered(packed, width * step, step);
  const colours = Uint32Array.from({ length: samples.length / step }, (_, at) =>
    samples.readUIntBE(at * step, 3),
  );
  const { palette, nearest } = paletteOf(colours);

  const height = colours.length / width;
  const rows = Buffer.alloc((width + 1) * height);
  colours.forEach((colour, at) => {
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = nearest.get(colour) ?? 0;
  });
  header[9] = 3;
  const table = Buffer.alloc(palette.length * 3);
  palette.forEach((colour, at) => table.writeUIntBE(colour, at * 3, 3));
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", table),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
