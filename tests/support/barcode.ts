import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

const wasm = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer } });

export interface ReadBarcode {
  bytes: Uint8Array;
  /** Of the bars, in points from the upper left corner. */
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The PDF417 barcodes on the last page of a PDF, read from the page as a scanner of `dpi` sees it. */
export async function barcodesOf(pdf: Uint8Array, dpi = 300): Promise<ReadBarcode[]> {
  const folder = mkdtempSync(join(tmpdir(), "empalme-barcode-"));
  try {
    writeFileSync(join(folder, "document.pdf"), pdf);
    execFileSync("pdftoppm", ["-r", String(dpi), "-gray", "-png", "document.pdf", "page"], { cwd: folder });
    const page = readdirSync(folder)
      .filter((name) => name.endsWith(".png"))
      .sort()
      .at(-1);
    const image = readFileSync(join(folder, page ?? ""));
    const found = await readBarcodes(image, { formats: ["PDF417"], tryHarder: true });
    const points = (pixels: number) => (pixels * 72) / dpi;
    return found.map(({ bytes, position }) => ({
      bytes,
      left: points(Math.min(position.topLeft.x, position.bottomLeft.x)),
      right: points(Math.max(position.topRight.x, position.bottomRight.x)),
      top: points(Math.min(position.topLeft.y, position.topRight.y)),
      bottom: points(Math.max(position.bottomLeft.y, position.bottomRight.y)),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
