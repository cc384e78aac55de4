import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import type { DteSheet } from "../../components/pdf/dte-sheet.ts";
import { pdf417 } from "../../components/pdf/pdf417.ts";
import { unpackedFont } from "../../components/pdf/unpacked-font.ts";

const INK = "#1b2420";
const SECOND = "#4d5752";
const HAIRLINE = "#c9c4ba";
const RED = "#c1272d";
const MM = 72 / 25.4;
const LEFT = 20 * MM;
const TOP = 14 * MM;
const WIDTH = 612 - 2 * LEFT;
const RIGHT = LEFT + WIDTH;
const LINE_HEIGHT = 1.35;
const MODULE = 0.5;
const ROW = 3 * MODULE;

type Weight = 400 | 600 | 700;
const fonts = ([400, 600, 700] as const).map((weight) => {
  const name = `@fontsource/public-sans/files/public-sans-latin-${weight}-normal.woff`;
  return { weight, file: unpackedFont(readFileSync(createRequire(import.meta.url).resolve(name))) };
});

interface Setting {
  x: number;
  width: number;
  size?: number;
  weight?: Weight;
  colour?: string;
  align?: "left" | "right" | "center";
}

/** One page on which texts and lines are put where they belong, from the top down. */
class PeerPage {
  readonly document = new PDFDocument({ size: "LETTER", margin: 0, lang: "es" });
  y = TOP;

  constructor() {
    for (const { weight, file } of fonts) this.document.registerFont(String(weight), file);
  }

  /** Puts a text at the height reached and returns where it ends; the next one may stand beside it. */
  text(words: string, { x, width, size = 9, weight = 400, colour = INK, align = "left" }: Setting): number {
    const { document } = this;
    document.font(String(weight)).fontSize(size).fillColor(colour);
    const lineGap = size * LINE_HEIGHT - document.currentLineHeight(true);
    document.text(words, x, this.y, { width, align, lineGap });
    return document.y;
  }

  /** A row of texts side by side, as high as the highest. */
  row(texts: [words: string, setting: Setting][], padding: number): void {
    this.y += padding;
    this.y = Math.max(...texts.map(([words, setting]) => this.text(words, setting))) + padding;
  }

  rule(thickness: number, colour: string, from = LEFT): void {
    this.document.rect(from, this.y, RIGHT - from, thickness).fill(colour);
  }
}

function head(page: PeerPage, { box, issuer }: DteSheet): void {
  const boxWidth = 72 * MM;
  const issuerSetting = { x: LEFT, width: WIDTH - boxWidth - 18 };
  page.y = page.text(issuer.name, { ...issuerSetting, size: 13, weight: 700 }) + 4;
  for (const detail of issuer.details) page.y = page.text(detail, issuerSetting);
  page.y = TOP;
  page.document.lineWidth(0.7 * MM).strokeColor(RED);
  page.document.rect(RIGHT - boxWidth, TOP, boxWidth, 25 * MM).stroke();
  const boxed = { x: RIGHT - boxWidth, width: boxWidth, colour: RED, align: "center" as const };
  page.y += 10;
  for (const line of [box.rut, box.title, box.folio])
    page.y = page.text(line, { ...boxed, size: 12, weight: 700 });
  page.y = TOP + 25 * MM + 3;
  page.y = page.text(box.office, { ...boxed, weight: 600 }) + 14;
}

function facts(page: PeerPage, sheet: DteSheet): void {
  page.rule(1.5, INK);
  for (const { term, value } of sheet.facts) {
    page.row(
      [
        [term, { x: LEFT, width: WIDTH * 0.22 - 8, colour: SECOND }],
        [value, { x: LEFT + WIDTH * 0.22, width: WIDTH * 0.78 }],
      ],
      2.5,
    );
    page.rule(0.5, HAIRLINE);
  }
}

function lines(page: PeerPage, sheet: DteSheet): void {
  const name = { x: LEFT, width: WIDTH * 0.52 - 8 };
  const calculation = { x: LEFT + WIDTH * 0.52, width: WIDTH * 0.28 - 12, align: "right" as const };
  const amount = { x: LEFT + WIDTH * 0.8, width: WIDTH * 0.2, align: "right" as const };
  page.y += 14;
  page.rule(1.5, INK);
  page.row(
    [
      ["Detalle", { ...name, weight: 600 }],
      ["Cantidad × precio", { ...calculation, weight: 600 }],
      ["Monto $", { ...amount, weight: 600 }],
    ],
    3,
  );
  page.rule(0.75, INK);
  for (const line of sheet.lines) {
    page.row(
      [
        [[line.name, ...line.notes].join("\n"), name],
        [line.calculation, calculation],
        [line.amount, amount],
      ],
      3,
    );
    page.rule(0.5, HAIRLINE);
  }
  if (sheet.linesNote) page.row([[sheet.linesNote, { ...name, size: 8, colour: SECOND }]], 4);
}

function timbre(page: PeerPage, sheet: DteSheet): void {
  const { width, rows } = pdf417(Buffer.from(sheet.timbre ?? "", "base64"));
  page.y += 18;
  rows.forEach((runs, row) => {
    for (const { start, length } of runs)
      page.document.rect(LEFT + start * MODULE, page.y + row * ROW, length * MODULE, ROW);
  });
  page.document.fill("black");
  page.y += rows.length * ROW + 18;
  const legend = { x: LEFT, width: width * MODULE, size: 7, align: "center" as const };
  for (const line of sheet.legend) page.y = page.text(line, legend);
}

function sums(page: PeerPage, sheet: DteSheet): void {
  const width = 66 * MM;
  const x = RIGHT - width;
  for (const { label, value, weight } of sheet.sums) {
    const type = weight === "total" ? { size: 12, weight: 700 as const } : {};
    if (weight === "total") page.rule(0.75, INK, x);
    page.row(
      [
        [label, { x, width: width / 2, ...type }],
        [value, { x: x + width / 2, width: width / 2, align: "right", ...type }],
      ],
      2,
    );
    if (weight === "total") page.rule(2, INK, x);
  }
}

/** The page of a bill as pdfkit alone draws it, everything put by hand: same fonts, same barcode, same texts. */
export async function drawByHand(sheet: DteSheet): Promise<Uint8Array> {
  const page = new PeerPage();
  Object.assign(page.document.info, { Title: sheet.title, Author: sheet.issuer.name });
  head(page, sheet);
  facts(page, sheet);
  lines(page, sheet);
  const foot = page.y;
  timbre(page, sheet);
  page.y = foot + 18;
  sums(page, sheet);
  page.document.end();
  return buffer(page.document);
}
