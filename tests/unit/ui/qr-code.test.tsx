import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { QrCode } from "../../../components/ui/qr-code";
import { newTotpSecret, totpAddress } from "../../../lib/registration/second-factor.ts";

const wasm = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer } });

const SCALE = 4;

/** What a camera would read from the markup: its runs painted black on white. */
async function seen(markup: string): Promise<string[]> {
  const modules = Number(/viewBox="0 0 (\d+) /.exec(markup)?.[1]);
  const width = modules * SCALE;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, length] of markup.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row += 1)
      for (let at = Number(x) * SCALE; at < (Number(x) + Number(length)) * SCALE; at += 1)
        data.fill(0, (row * width + at) * 4, (row * width + at) * 4 + 3);
  const image = { data, width, height: width, colorSpace: "srgb" } as ImageData;
  return (await readBarcodes(image, { formats: ["QRCode"] })).map(({ text }) => text);
}

test("a camera reads what was written, be it text or what looks like an instruction", async () => {
  const address = totpAddress(newTotpSecret(), { company: "Cooperativa Los Ñirres", person: "11.111.111-1" });
  for (const text of [address, "^065^FNC1 ñandú", "x"])
    expect(await seen(renderToStaticMarkup(<QrCode text={text} label="Código" />))).toEqual([text]);
});

test("it is a picture with a name, without colours of the theme", () => {
  const markup = renderToStaticMarkup(<QrCode text="x" label="Código para su aplicación" />);
  expect(markup).toMatch(/^<svg [^>]*role="img" aria-label="Código para su aplicación"/);
  expect(markup).toContain('fill="#fff"');
  expect(markup).not.toContain("style=");
});
