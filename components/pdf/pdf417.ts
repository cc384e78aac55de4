import bwipjs from "bwip-js/node";

/** A PDF417 barcode as runs of black modules: three rows of modules high each. */
export interface Pdf417 {
  /** Modules across. */
  width: number;
  rows: { start: number; length: number }[][];
}

/** The SII asks for level 5, and for symbols of 2 by 5 to 4 by 9 cm: that many data columns, by how much there is to say. */
const ERROR_LEVEL = 5;
const COLUMNS = [14, 16, 18, 20];
/** More rows than these would stand higher than 4 cm. */
const ROWS_AT_MOST = 74;

/**
 * `bytes` as a PDF417 symbol in byte compaction, error correction level 5.
 *
 * Source: SII, Instructivo técnico de factura electrónica, emisión, annex 2.5; ISO/IEC 15438, 5.4.3.
 * @throws RangeError for more bytes than a symbol of the SII's size holds
 */
export function pdf417(bytes: Uint8Array): Pdf417 {
  const text = byteCodewords(bytes)
    .map((codeword) => `^${String(codeword).padStart(3, "0")}`)
    .join("");
  for (const columns of COLUMNS) {
    const symbol = symbolOf(text, columns);
    if (symbol && symbol.rows.length <= ROWS_AT_MOST) return symbol;
  }
  throw new RangeError(`${bytes.length} bytes are too many for the timbre's barcode`);
}

function symbolOf(text: string, columns: number): Pdf417 | null {
  const options = { bcid: "pdf417", text, raw: true, eclevel: ERROR_LEVEL, columns, rowmult: 3 };
  const [symbol] = bwipjs.raw(options);
  if (!symbol || !("pixs" in symbol)) return null;
  const { pixs, pixx: width } = symbol;
  const rows = Array.from({ length: pixs.length / width }, (_, row) =>
    runsOf(pixs.slice(row * width, (row + 1) * width)),
  );
  return { width, rows };
}

function runsOf(modules: readonly number[]): { start: number; length: number }[] {
  const runs: { start: number; length: number }[] = [];
  modules.forEach((black, at) => {
    if (!black) return;
    const last = runs.at(-1);
    if (last && last.start + last.length === at) last.length += 1;
    else runs.push({ start: at, length: 1 });
  });
  return runs;
}

const LATCH_WHOLE_GROUPS = 924;
const LATCH = 901;

/** Six bytes are five digits of base 900; what is left over stands for itself. */
function byteCodewords(bytes: Uint8Array): number[] {
  const codewords = [bytes.length % 6 === 0 ? LATCH_WHOLE_GROUPS : LATCH];
  const grouped = bytes.length - (bytes.length % 6);
  for (let at = 0; at < grouped; at += 6) {
    let value = bytes.subarray(at, at + 6).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
    const digits: number[] = [];
    for (let digit = 0; digit < 5; digit += 1) {
      digits.unshift(Number(value % 900n));
      value /= 900n;
    }
    codewords.push(...digits);
  }
  return [...codewords, ...bytes.subarray(grouped)];
}
