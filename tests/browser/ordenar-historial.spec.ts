import { expect, test, type Page } from "@playwright/test";
import { signedInAs } from "../support/people.ts";
import { MONTHS, SUPPLY } from "./figures.ts";
import { pdfPages } from "./pdf.ts";
import { csvRecords } from "./taken-along.ts";

const HISTORY = `/mi-cuenta/suministros/${SUPPLY}/consumos`;
const LABEL = /^[A-Z][a-z]+ 20\d\d$/;

test.use({ storageState: signedInAs("customer") });

interface Month {
  label: string;
  consumo: number | null;
  neto: number | null;
  total: number | null;
}

const numberOrNull = (text = "") => (text === "" ? null : Number(text));

async function monthsIn(page: Page, query: string): Promise<Month[]> {
  const answer = await page.request.get(`${HISTORY}/csv?formato=plano&${query}`);
  return csvRecords(await answer.text(), ",").map((row) => ({
    label: `${MONTHS[Number(row["Mes"]) - 1]} ${row["Año"]}`,
    consumo: numberOrNull(row["Consumo (kWh)"]),
    neto: numberOrNull(row["Cargos netos"]),
    total: numberOrNull(row["Total con IVA"]),
  }));
}

const labels = (months: readonly Month[]) => months.map(({ label }) => label);
const labelsOnPage = async (page: Page) =>
  (await page.getByRole("rowheader").allInnerTexts()).filter((text) => LABEL.test(text));

async function labelsInPdf(page: Page, query: string): Promise<string[]> {
  const pdf = await page.request.get(`${HISTORY}/pdf?${query}`);
  const lines = pdfPages(await pdf.body()).flatMap((text) => text.split("\n"));
  return lines
    .map((line) => line.trim().split(/\s+/).slice(0, 2).join(" "))
    .filter((text) => LABEL.test(text));
}

/** By a figure, what is not known last whichever way round; months that agree stay newest first. */
const by = (figure: "consumo" | "neto" | "total", sign: 1 | -1) => (all: Month[]) =>
  all.toSorted((one, other) => {
    const [a, b] = [one[figure], other[figure]];
    return a === null || b === null ? Number(a === null) - Number(b === null) : sign * (a - b);
  });
const holding = (word: string) => (all: Month[]) => all.filter(({ label }) => label.includes(word));

const LISTINGS: [query: string, arranged: (all: Month[]) => Month[], from: number, to: number][] = [
  ["filas=36", (all) => all, 0, 36],
  ["pagina=3", (all) => all, 24, 36],
  ["dir=asc&pagina=99", (all) => all.toReversed(), 24, 36],
  ["orden=consumo&dir=asc&filas=36", by("consumo", 1), 0, 36],
  ["orden=neto&dir=desc&pagina=2", by("neto", -1), 12, 24],
  ["orden=total&dir=asc", by("total", 1), 0, 12],
  ["buscar=ENERO&dir=asc", (all) => holding("Enero")(all).toReversed(), 0, 12],
  ["buscar=abril+2020", holding("Abril 2020"), 0, 12],
];

for (const [query, arranged, from, to] of LISTINGS)
  test(`página, CSV y PDF siguen «${query}»`, async ({ page }) => {
    const all = await monthsIn(page, "");
    expect(all).toHaveLength(36);
    const wanted = labels(arranged(all));
    expect(wanted.length).toBeGreaterThan(0);

    expect(labels(await monthsIn(page, query))).toEqual(wanted);
    expect(await labelsInPdf(page, query)).toEqual(wanted);
    await page.goto(`${HISTORY}?${query}`);
    expect(await labelsOnPage(page)).toEqual(wanted.slice(from, to));
  });

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "con JavaScript" : "sin JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("pasar las páginas y llegar al final", async ({ page }) => {
      await page.goto(HISTORY);
      await page.getByRole("link", { name: "Siguiente" }).click();
      await expect(page.getByText("Mostrando 13 a 24 de 36")).toBeVisible();
      await page.getByRole("link", { name: "Página 3" }).click();
      await expect(page.getByText("Mostrando 25 a 36 de 36")).toBeVisible();
      await expect(page.getByRole("link", { name: "Siguiente" })).toHaveCount(0);
    });

    test("buscar un mes, y lo que se guarda es lo que se ve", async ({ page }) => {
      await page.goto(HISTORY);
      await page.getByLabel("Buscar un mes").fill("enero");
      await page.getByRole("button", { name: "Ver meses" }).click();
      await expect(page.getByText("Mostrando 1 a 3 de 3")).toBeVisible();
      expect(await labelsOnPage(page)).toEqual(["Enero 2020", "Enero 2019", "Enero 2018"]);
      await expect(page.getByLabel("Buscar un mes")).toHaveValue("enero");
      for (const name of ["Guardar (PDF)", "Descargar CSV"])
        await expect(page.getByRole("link", { name })).toHaveAttribute("href", /buscar=enero/);

      await page.getByLabel("Buscar un mes").fill("<b>nunca</b>");
      await page.getByRole("button", { name: "Ver meses" }).click();
      await expect(page.getByText("No hay nada con «<b>nunca</b>»")).toBeVisible();
      await page.getByRole("link", { name: "vea todos los meses" }).click();
      await expect(page.getByText("Mostrando 1 a 12 de 36")).toBeVisible();
    });

    test("ordenar por una columna, y al revés", async ({ page }) => {
      await page.goto(HISTORY);
      const column = page.getByRole("columnheader", { name: "Consumo" });
      for (const direction of ["descending", "ascending"]) {
        await column.getByRole("link").click();
        await expect(column).toHaveAttribute("aria-sort", direction);
      }
      await expect(page.getByRole("columnheader", { name: "Mes" })).not.toHaveAttribute("aria-sort");
      expect((await labelsOnPage(page))[0]).toBe("Agosto 2020");
    });
  });
