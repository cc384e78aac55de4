import { expect, test, type Page } from "@playwright/test";
import { signedInAs } from "../support/people.ts";
import { billed, dotted, SUPPLY, unknown } from "./figures.ts";
import { pdfPages } from "./pdf.ts";
import { csvRecords, takenAlong } from "./taken-along.ts";

const METER = `/mi-cuenta/suministros/${SUPPLY}/medidor`;
const LABEL = /^[A-Z][a-z]+ 20\d\d$/;

test.use({ storageState: signedInAs("customer") });

const cellsOf = (page: Page, month: string) =>
  page
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: month, exact: true }) })
    .getByRole("cell")
    .allInnerTexts();

const monthsOnPage = async (page: Page) =>
  (await page.getByRole("rowheader").allInnerTexts()).filter((text) => LABEL.test(text));

async function recordsOf(page: Page, query: string) {
  const answer = await page.request.get(`${METER}/csv?formato=plano&${query}`);
  return csvRecords(await answer.text(), ",");
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "con JavaScript" : "sin JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("el medidor, su última lectura y los consumos de la figura 22", async ({ page }) => {
      await page.goto(METER);
      const main = page.getByRole("main");
      await expect(main).toContainText("Medidor N° 5107733, instalado el 20 de marzo de 2014.");
      await expect(main).toContainText("Última lectura, 29 de agosto de 2020");
      await expect(page.getByText("Mostrando 1 a 12 de 36")).toBeVisible();
      for (const { label, kwh } of billed) expect((await cellsOf(page, label))[1], label).toBe(dotted(kwh));
      expect(await cellsOf(page, "Enero 2020")).toEqual([
        "18.688",
        "286",
        "29 de enero de 2020",
        "leída en terreno",
      ]);
      for (const { label } of unknown)
        expect(await cellsOf(page, label), label).toEqual(["S/I", "S/I", "S/I", "sin lectura"]);
    });

    test("buscar las estimadas, ordenar y llevarse lo que se ve", async ({ page }) => {
      await page.goto(METER);
      await page.getByLabel("Buscar una lectura").fill("estimada");
      await page.getByRole("button", { name: "Ver lecturas" }).click();
      expect(await monthsOnPage(page)).toEqual(["Julio 2019", "Junio 2018"]);
      const column = page.getByRole("columnheader", { name: "Consumo" });
      await column.getByRole("link").click();
      await column.getByRole("link").click();
      await expect(column).toHaveAttribute("aria-sort", "ascending");
      const csv = await takenAlong(page, "Descargar CSV");
      expect(csv.name).toBe(`lecturas-${SUPPLY}.csv`);
      const records = csvRecords(csv.bytes.toString("utf8"), ";");
      expect(records.map((record) => record["Tipo"])).toEqual(["estimada", "estimada"]);
      const consumed = records.map((record) => Number(record["Consumo (kWh)"]));
      expect(consumed).toEqual(consumed.toSorted((a, b) => a - b));
      const pdf = await takenAlong(page, "Guardar (PDF)");
      expect(pdf.name).toBe(`lecturas-${SUPPLY}.pdf`);
      expect(
        pdfPages(pdf.bytes)
          .join("\n")
          .match(/estimada\s/g),
      ).toHaveLength(2);

      await page.getByLabel("Buscar una lectura").fill("<b>nunca</b>");
      await page.getByRole("button", { name: "Ver lecturas" }).click();
      await expect(page.getByText("No hay nada con «<b>nunca</b>»")).toBeVisible();
      await page.getByRole("link", { name: "vea todas las lecturas" }).click();
      await expect(page.getByText("Mostrando 1 a 12 de 36")).toBeVisible();
    });
  });

test("el CSV lleva todas las lecturas, y deja vacío lo que no se sabe", async ({ page }) => {
  const all = await recordsOf(page, "");
  expect(all).toHaveLength(36);
  expect(all[0]).toMatchObject({ Mes: "10", Año: "2020", "Lectura (kWh)": "", "Consumo (kWh)": "" });
  expect(all.at(-1)).toMatchObject({ "Consumo (kWh)": "", Observación: "primera lectura de este medidor" });
  for (const { period, kwh } of billed) {
    const record = all.find(({ Año, Mes }) => `${Año}-${Mes?.padStart(2, "0")}` === period);
    expect(record?.["Consumo (kWh)"], period).toBe(String(kwh));
  }
  const rest = await recordsOf(page, "pagina=3&filas=36&dir=asc");
  expect(rest).toEqual(all.toReversed());
});

test("el PDF tiene las 36 lecturas, y la última página del portal las más viejas", async ({ page }) => {
  const pdf = await page.request.get(`${METER}/pdf`);
  const lines = pdfPages(await pdf.body()).flatMap((text) => text.split("\n"));
  expect(lines.filter((line) => /^\s*[A-Z][a-z]+ 20\d\d\s+5107733\s/.test(line))).toHaveLength(36);
  await page.goto(`${METER}?pagina=99`);
  await expect(page.getByText("Mostrando 25 a 36 de 36")).toBeVisible();
  expect((await monthsOnPage(page)).at(-1)).toBe("Noviembre 2017");
});
