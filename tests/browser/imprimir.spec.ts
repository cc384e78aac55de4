import { expect, test, type Page } from "@playwright/test";
import { signedInAs } from "../support/people.ts";
import { MONTHS, SUPPLY } from "./figures.ts";
import { pdfPages, pdfWords, type Word } from "./pdf.ts";

const supply = `/mi-cuenta/suministros/${SUPPLY}`;
const MILLIMETRE = 72 / 25.4;
/** What printers cannot reach. */
const EDGE = 5 * MILLIMETRE;

const MANUAL = "/ayuda";
const CONTROLS = [
  "Cerrar sesión",
  "Menú",
  "Imprimir",
  "Guardar",
  "Descargar",
  "Saltar",
  "Buscar un mes",
  "Buscar una lectura",
  "Buscar un cargo",
];

test.use({ storageState: signedInAs("customer") });

/** In the page: every word of every text that takes up room; what only screen readers read does not. */
function wordsShown(): string[] {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  while (texts.nextNode()) {
    const { parentElement, textContent } = texts.currentNode;
    const { width, height } = parentElement?.getBoundingClientRect() ?? new DOMRect();
    if (width <= 1 || height <= 1 || !parentElement?.checkVisibility({ visibilityProperty: true })) continue;
    words.push(...(textContent ?? "").split(/\s+/).filter(Boolean));
  }
  return words;
}

interface Print {
  pages: string[];
  words: Word[];
  width: number;
  height: number;
  /** Every word that the page shows on paper, as the browser lays it out. */
  shown: string[];
}

async function printed(page: Page, path: string): Promise<Print> {
  await page.goto(path);
  await page.emulateMedia({ media: "print" });
  const shown = await page.evaluate(wordsShown);
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true, printBackground: true });
  return { ...pdfWords(pdf), pages: pdfPages(pdf), shown };
}

const squeezed = (words: readonly string[]) => words.join("").normalize("NFC");
const decoded = (text: string) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

for (const [name, path] of [
  ["el escritorio", "/mi-cuenta"],
  ["el suministro", supply],
  ["el medidor con sus 36 lecturas", `${supply}/medidor?filas=36`],
  ["la ayuda", MANUAL],
  ["lo que es cada cargo", "/conoce-tu-boleta"],
  ["el historial con sus 36 meses", `${supply}/consumos?filas=36`],
  ["los cargos de un mes", `${supply}/consumos/2020-01`],
] as const)
  test(`en papel, ${name} no pierde nada ni se sale de la hoja`, async ({ page }) => {
    const { words, width, height, shown } = await printed(page, path);
    expect([Math.round(width / MILLIMETRE), Math.round(height / MILLIMETRE)]).toEqual([210, 297]);

    const onPaper = squeezed(words.map(({ text }) => decoded(text)));
    expect(shown.length).toBeGreaterThan(20);
    expect(shown.filter((word) => !onPaper.includes(word.normalize("NFC")))).toEqual([]);
    // The manual speaks of the controls that it explains.
    for (const word of path === MANUAL ? ["Saltar"] : CONTROLS)
      expect(onPaper).not.toContain(word.replaceAll(" ", ""));

    const outside = words.filter(
      ({ left, right, top, bottom }) =>
        left < EDGE || right > width - EDGE || top < EDGE || bottom > height - EDGE,
    );
    expect(outside).toEqual([]);
  });

test("en papel, la tabla del historial repite su cabecera y no parte ninguna fila", async ({ page }) => {
  const { pages, words } = await printed(page, `${supply}/consumos?filas=36`);
  const months = new RegExp(`^\\s*(?:${MONTHS.join("|")}) 20\\d\\d\\s`, "gm");
  const counts = pages.map((text) => text.match(months)?.length ?? 0);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(36);
  const withRows = pages.filter((_, at) => counts[at]);
  expect(withRows.length).toBeGreaterThan(1);
  for (const text of withRows) expect(text).toMatch(/Consumo.*Cargos netos.*\n.*Mes.*kWh/);

  // The figures of a row stand on its month's line, so nothing of it went to the next sheet.
  const total = words.find(({ text }) => text === "52.745");
  const month = words.filter(({ text }) => text === "2017").at(-1);
  expect(total?.page).toBe(month?.page);
  expect(Math.abs((total?.top ?? 0) - (month?.top ?? Infinity))).toBeLessThan(3);
});
