import { describe, expect, test } from "vitest";
import { draw } from "@/components/pdf/draw";
import { dteSheet, type DteIssuing } from "@/components/pdf/dte-sheet";
import { printedDte } from "@/lib/jurisdiction/cl/dte-print.ts";
import { DTE_TITLES, type TipoDte } from "@/lib/jurisdiction/cl/dte.ts";
import { formatRut } from "@/lib/jurisdiction/cl/rut.ts";
import { day } from "@/lib/kernel/civil-date.ts";
import { pdfPages, pdfText } from "../../browser/pdf.ts";
import { barcodesOf } from "../../support/barcode.ts";
import { documentOf, fixture, issued, REAL } from "../../unit/jurisdiction/dte/documents.ts";

const ISSUING: DteIssuing = {
  office: "Osorno",
  boletaSite: "www.losnotros.example",
  resolution: { number: 80, date: day("2014-08-22") },
  certification: false,
};
const NUMBERS = { locale: "es-CL", currency: "CLP" };

/** The timbre as it has to be printed: what stands in the file, without the white space between its tags. */
function flatTimbre(file: Buffer): string {
  const text = file.toString("latin1");
  return text.slice(text.indexOf("<TED"), text.indexOf("</TED>") + 6).replace(/>\s+</g, "><");
}

async function printedOf(file: Buffer, issuing: Partial<DteIssuing> = {}) {
  const encoding = documentEncoding(file);
  const sheet = dteSheet(printedDte(file, encoding), { ...ISSUING, ...issuing }, NUMBERS);
  const pdf = Buffer.from(await draw(sheet));
  return { pdf, pages: pdfPages(pdf) };
}
const documentEncoding = (file: Buffer) =>
  file.toString("latin1", 0, 80).includes("windows-1252")
    ? ("windows-1252" as const)
    : ("ISO-8859-1" as const);

const GENERATED: [string, Buffer][] = ([33, 34, 39, 41, 61] as const).map((tipo: TipoDte) => [
  DTE_TITLES[tipo],
  issued(tipo, {
    lines: [
      // Forty characters that end in a blank, an ampersand and every accent: what breaks a timbre that is tidied.
      {
        name: "Energía eléctrica & potencia ñandú ÁÉÍÓ úü",
        amount: 46_604,
        exempt: tipo === 34 || tipo === 41,
      },
      { name: "Cargo por servicio público", amount: 441, exempt: true },
    ],
  }),
]);
const EVERY: [string, Buffer][] = [
  ...Object.entries(REAL).map(([what, name]): [string, Buffer] => [what, fixture(name)]),
  ...GENERATED,
];

describe.each(EVERY)("%s", (_what, file) => {
  const dte = documentOf(file);

  test("is printed with the timbre that a scanner of 300 dpi reads, byte by byte", async () => {
    const { pdf } = await printedOf(file);
    const [barcode, ...others] = await barcodesOf(pdf);
    expect(others).toEqual([]);
    expect(Buffer.from(barcode?.bytes ?? []).toString("latin1")).toBe(flatTimbre(file));
    const centimetres = (points: number) => (points * 2.54) / 72;
    const { left = 0, right = 0, top = 0, bottom = 0 } = barcode ?? {};
    expect(centimetres(right - left)).toBeGreaterThanOrEqual(5);
    expect(centimetres(right - left)).toBeLessThanOrEqual(9);
    expect(centimetres(bottom - top)).toBeGreaterThanOrEqual(2);
    expect(centimetres(bottom - top)).toBeLessThanOrEqual(4);
    expect(centimetres(left)).toBeGreaterThanOrEqual(1.98);
  });

  test("says what the SII asks for, as text", async () => {
    // What a reader of the page makes of narrow blanks does not matter.
    const close = (text: string) => text.replaceAll(/\s/g, "");
    const text = close(pdfText((await printedOf(file)).pdf));
    const dotted = (amount: number) => `$ ${amount.toLocaleString("es-CL", { useGrouping: "always" })}`;
    for (const said of [
      `R.U.T.: ${formatRut(dte.issuerRut)} ${DTE_TITLES[dte.tipo]} N° ${dte.folio} S.I.I. – OSORNO`,
      "Timbre Electrónico SII Res. 80 de 2014 – Verifique documento:",
      dotted(dte.total),
      dte.receiverName ?? "",
      ...dte.lines.map(({ name }) => name),
      ...(dte.net === null ? [] : [`Monto neto ${dotted(dte.net)}`]),
      ...(dte.exempt ? [`Monto exento ${dotted(dte.exempt)}`] : []),
      ...(dte.tax === null ? [] : [`IVA ${text.includes("IVA19%") ? "19 %" : ""} ${dotted(dte.tax)}`]),
    ])
      expect(text).toContain(close(said));
    // Only the issuer gives the copy that can be ceded.
    expect(text).not.toMatch(/cedible|acuse de recibo/i);
  });
});

test("a boleta is looked up where its company says, an invoice at the SII", async () => {
  const site = async (tipo: TipoDte, issuing: Partial<DteIssuing> = {}) =>
    /Verifique documento: (\S+)/.exec((await printedOf(issued(tipo), issuing)).pages.join(" "))?.[1];
  expect(await site(39)).toBe("www.losnotros.example");
  expect(await site(39, { boletaSite: null })).toBe("www.sii.cl");
  expect(await site(33)).toBe("www.sii.cl");
});

test("what nobody said is not invented, and a document of the certification environment says so", async () => {
  const unknown = { office: null, resolution: null, certification: true };
  const [page = ""] = (await printedOf(issued(39), unknown)).pages;
  expect(page).toContain("Resolución no informada");
  expect(page).not.toMatch(/Res\. \d/);
  expect(page).toContain("sin valor tributario");
});

test("a credit note names what it corrects, and why", async () => {
  const [page = ""] = (await printedOf(issued(61))).pages;
  expect(page.replaceAll(/\s+/g, " ")).toContain(
    "FACTURA ELECTRÓNICA N° 3 del 28 de febrero de 2020: Corrige los montos, Corrige montos",
  );
});

test("sixty lines and a name of 200 characters go over the pages, the timbre with the totals on the last", async () => {
  const name = "Sociedad Agrícola y Ganadera Los Aromos de Puyehue ".repeat(4).trim();
  const lines = Array.from({ length: 60 }, (_, at) => ({ name: `Cargo número ${at + 1}`, amount: 1000 }));
  const { receiver } = { receiver: { rut: "11111111-1", name, address: "Calle 1", comuna: "Osorno" } };
  const file = issued(33, { lines, receiver });
  const { pdf, pages } = await printedOf(file);
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.at(-1)).toContain("Timbre Electrónico SII");
  expect(pages.at(-1)).toContain("Total");
  expect(pages.join("\n")).toContain("Cargo número 60");
  const [barcode] = await barcodesOf(pdf);
  expect(Buffer.from(barcode?.bytes ?? []).toString("latin1")).toBe(flatTimbre(file));
});
