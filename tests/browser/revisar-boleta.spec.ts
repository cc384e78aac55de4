import { expect, test, type Page } from "@playwright/test";
import { signedInAs } from "../support/people.ts";
import { billed, charges, dotted, folded, january, SUPPLY, technical, unknown } from "./figures.ts";
import { verifyTimbre } from "../../lib/jurisdiction/cl/dte-timbre.ts";
import { readDte } from "../../lib/jurisdiction/cl/dte-reader.ts";
import { barcodesOf } from "../support/barcode.ts";
import { lineOf, pdfPages, pdfText } from "./pdf.ts";
import { BYTE_ORDER_MARK, csvRecords, takenAlong } from "./taken-along.ts";

const HISTORY = `/mi-cuenta/suministros/${SUPPLY}/consumos`;
const JANUARY = `${HISTORY}/2020-01`;

/** The figures of a row of the history: consumption, net, total. */
const figuresOf = (page: Page, month: string) =>
  page
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: month, exact: true }) })
    .getByRole("cell")
    .allInnerTexts();

test.use({ storageState: signedInAs("customer") });

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "con JavaScript" : "sin JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("del escritorio al suministro, a su historial y a los cargos de enero", async ({ page }) => {
      await page.goto("/mi-cuenta");
      await page.getByRole("link", { name: `Suministro ${SUPPLY}`, exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Información General");
      await expect(page.getByRole("main")).toContainText("11.111.111-1");
      await page.getByRole("link", { name: "Consumo y cargos históricos" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Consumo y cargos históricos");
      await page.getByRole("link", { name: "Detalle de cargos de Enero 2020" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cargos de enero de 2020");
      expect(new URL(page.url()).pathname).toBe(JANUARY);
    });

    test("el historial muestra los meses de la figura 22, y S/I donde no se sabe", async ({ page }) => {
      await page.goto(HISTORY);
      await expect(page.getByText("Mostrando 1 a 12 de 36")).toBeVisible();
      for (const { label, kwh, net } of billed)
        expect((await figuresOf(page, label)).slice(0, 2), label).toEqual([dotted(kwh), dotted(net)]);
      expect((await figuresOf(page, "Enero 2020"))[2]).toBe(dotted(january.total));
      expect(unknown.map(({ period }) => period)).toEqual(["2020-09", "2020-10"]);
      for (const { label } of unknown)
        expect((await figuresOf(page, label)).slice(0, 3), label).toEqual(["S/I", "S/I", "S/I"]);
    });

    test("el historial se lleva en PDF y en CSV", async ({ page }) => {
      await page.goto(HISTORY);
      const pdf = await takenAlong(page, "Guardar (PDF)");
      expect(pdf.name).toBe(`consumos-${SUPPLY}.pdf`);
      const text = pdfPages(pdf.bytes).join("\n");
      for (const { label, kwh, net } of billed) {
        const [month = "", year = "", consumption, ...rest] = lineOf(text, label).split(" ");
        expect([`${month} ${year}`, consumption]).toEqual([label, dotted(kwh)]);
        expect(rest, label).toContain(dotted(net));
        expect(rest.at(-1), label).toBe("Pagada");
      }
      for (const { label } of unknown)
        expect(lineOf(text, label)).toBe(`${label} S/I sin lectura S/I S/I S/I`);

      const csv = await takenAlong(page, "Descargar CSV");
      expect(csv.name).toBe(`consumos-${SUPPLY}.csv`);
      expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const rows = csvRecords(csv.bytes.toString("utf8"), ";");
      expect(rows).toHaveLength(36);
      const rowOf = (period: string) =>
        rows.find((row) => row["Año"] === period.slice(0, 4) && row["Mes"] === String(+period.slice(5)));
      for (const { period, kwh, net } of billed)
        expect(rowOf(period)).toMatchObject({ "Consumo (kWh)": String(kwh), "Cargos netos": String(net) });
      for (const { period } of unknown)
        expect(rowOf(period)).toMatchObject({ "Consumo (kWh)": "S/I", "Cargos netos": "S/I" });
    });

    test("enero de 2020 muestra los ocho cargos de la figura 23 y lo que suman", async ({ page }) => {
      await page.goto(JANUARY);
      const rows = await page
        .getByRole("table", { name: "Los cargos" })
        .getByRole("row")
        .filter({ has: page.getByRole("rowheader") })
        .all();
      expect(rows).toHaveLength(charges.length);
      for (const [at, { name, amount, taxable }] of charges.entries()) {
        const row = rows[at];
        const [shown] = ((await row?.getByRole("rowheader").innerText()) ?? "").split("\n");
        expect(folded(shown ?? "")).toBe(name);
        expect(await row?.getByRole("cell").allInnerTexts()).toEqual([taxable, dotted(amount)]);
      }
      const sum = (label: RegExp) =>
        page.getByRole("term").filter({ hasText: label }).locator("xpath=following-sibling::dd");
      await expect(sum(/^Neto$/)).toHaveText(dotted(january.net));
      await expect(sum(/^IVA 19 %/)).toHaveText(dotted(january.iva));
      await expect(sum(/^Total$/)).toHaveText(`$ ${dotted(january.total)}`);
    });

    test("cada cargo dice qué es, y la boleta si está pagada y de quién es el suministro", async ({
      page,
    }) => {
      await page.goto(JANUARY);
      const explained = page.getByRole("rowheader").filter({ hasText: "(R.M.E.)" });
      await expect(explained.getByRole("paragraph")).toBeHidden();
      await explained.getByText("(R.M.E.)").click();
      await expect(explained.getByRole("paragraph")).toContainText("La empresa no ha descrito este cargo");
      await expect(page.getByText(/Pagada el \d+ de febrero de 2020\. Vencía el/)).toBeVisible();
      await expect(page.getByRole("table", { name: "Pagos de esta boleta" })).toContainText(
        dotted(january.total),
      );
      for (const [term, value] of technical)
        await expect(
          page
            .getByRole("term")
            .filter({ hasText: new RegExp(`^${term}$`) })
            .locator("xpath=following-sibling::dd"),
          term,
        ).toHaveText(value);
      await expect(page.getByText("11.111.111-1")).toBeVisible();
    });

    test("el DTE de enero se abre impreso, y el XML es el que se cargó", async ({ page }) => {
      await page.goto(HISTORY + "?buscar=enero+2020");
      const link = page.getByRole("link", { name: /Ver DTE de enero/i });
      const pdf = await page.request.get((await link.getAttribute("href")) ?? "");
      expect(pdf.headers()["content-disposition"]).toMatch(/^inline; filename="dte-11261-39-\d+\.pdf"$/);
      const text = pdfText(await pdf.body());
      expect(text).toContain("BOLETA ELECTRÓNICA");
      expect(text).toContain(`$ ${dotted(january.total)}`);

      await page.goto(JANUARY);
      const { bytes, name } = await takenAlong(page, "Descargar XML");
      expect(name).toMatch(/^dte-11261-39-\d+\.xml$/);
      // One byte more, less or otherwise, and the timbre does not hold.
      const read = readDte(bytes);
      const document = read.ok && read.value.documents[0]?.ok ? read.value.documents[0].value : null;
      if (!document) throw new Error("no document");
      expect(verifyTimbre(document)).toBeNull();
      expect(document.total).toBe(january.total);
      const [barcode] = await barcodesOf(await pdf.body());
      expect(Buffer.from(barcode?.bytes ?? [])).toEqual(
        Buffer.from(bytes.subarray(document.ted?.start, document.ted?.end)),
      );
    });

    test("los cargos de enero se llevan en PDF y en CSV", async ({ page }) => {
      await page.goto(JANUARY);
      const pdf = await takenAlong(page, "Guardar (PDF)");
      expect(pdf.name).toBe(`cargos-${SUPPLY}-2020-01.pdf`);
      const text = folded(pdfPages(pdf.bytes).join("\n"));
      for (const { name, amount, taxable } of charges)
        expect(lineOf(text, name)).toMatch(new RegExp(` ${taxable} ${dotted(amount)}$`, "i"));
      expect(lineOf(text, "neto ")).toBe(`neto ${dotted(january.net)}`);
      expect(lineOf(text, "iva 19 % ")).toMatch(new RegExp(` ${dotted(january.iva)}$`));
      expect(lineOf(text, "total $")).toBe(`total $ ${dotted(january.total)}`);

      const csv = await takenAlong(page, "Descargar CSV");
      expect(csv.name).toBe(`cargos-${SUPPLY}-2020-01.csv`);
      const written = csv.bytes.toString("utf8");
      expect(written.startsWith(BYTE_ORDER_MARK)).toBe(true);
      const lines = csvRecords(written, ";");
      expect(lines.slice(0, 8).map((line) => [folded(line["Cargo"] ?? ""), line["Monto"]])).toEqual(
        charges.map(({ name, amount }) => [name, String(amount)]),
      );
      expect(Object.fromEntries(lines.slice(8).map((line) => [line["Cargo"], line["Monto"]]))).toMatchObject({
        Neto: String(january.net),
        IVA: String(january.iva),
        Total: String(january.total),
      });
      expect(lines.filter((line) => line["Precio unitario"]).map((line) => line["Precio unitario"])).toEqual([
        "17,125",
      ]);
    });
  });

test("el CSV plano va con coma y punto, y deja vacío lo que no se sabe", async ({ request }) => {
  const plain = await (await request.get(`${JANUARY}/csv?formato=plano`)).text();
  expect(plain).not.toContain(BYTE_ORDER_MARK);
  expect(csvRecords(plain, ",").flatMap((line) => line["Precio unitario"] || [])).toEqual(["17.125"]);
  const months = csvRecords(await (await request.get(`${HISTORY}/csv?formato=plano`)).text(), ",");
  expect(months.slice(0, 2).map((row) => [row["Consumo (kWh)"], row["Cargos netos"]])).toEqual([
    ["", ""],
    ["", ""],
  ]);
});
