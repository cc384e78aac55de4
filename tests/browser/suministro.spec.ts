import { expect, test, type Page } from "@playwright/test";
import { signedInAs } from "../support/people.ts";
import { SUPPLY, technical } from "./figures.ts";
import { lineOf, pdfPages } from "./pdf.ts";
import { csvRecords, takenAlong } from "./taken-along.ts";

const GENERAL = `/mi-cuenta/suministros/${SUPPLY}`;

const USER = [
  ["RUT cliente", "11.111.111-1"],
  ["Nombre", "Rosa Inés Barría Oyarzún"],
  ["Correo", "rosa.barria@correo.example"],
  ["Teléfono", "S/I"],
  ["Dirección", "Fundo El Arrayán s/n"],
  ["Comuna", "Río Bueno"],
  ["Región", "Región de Los Ríos"],
  // Fig. 23 prints the day of the account's last bill on the page of January.
  ["Fecha de facturación", "31 de agosto de 2020"],
] as const;
type Fact = readonly [term: string, value: string];

/** Pages with the facts of Fig. 20, and the names of their files. */
const PAGES: [title: string, path: string, file: string, facts: readonly Fact[], absent: string | null][] = [
  ["Información General", GENERAL, `suministro-${SUPPLY}`, [...USER, ...technical], null],
  ["Información Usuario", `${GENERAL}/usuario`, `suministro-${SUPPLY}-usuario`, USER, "Capacidad empalme"],
  ["Información Técnica", `${GENERAL}/tecnica`, `suministro-${SUPPLY}-tecnica`, technical, "RUT cliente"],
];

const valueOf = (page: Page, term: string) =>
  page
    .getByRole("main")
    .getByRole("term")
    .filter({ hasText: new RegExp(`^${term}$`) })
    .locator("xpath=following-sibling::dd");

test.use({ storageState: signedInAs("customer") });

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "con JavaScript" : "sin JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("el menú lleva a cada parte del suministro, que es una página propia", async ({ page }) => {
      await page.goto(GENERAL);
      const menu = page.getByRole("navigation", { name: `Suministro ${SUPPLY}` });
      const entries = [
        "Información General",
        "Información Usuario",
        "Información Técnica",
        "Medidor y lecturas",
        "Consumo y cargos históricos",
        "Acceso",
        "Ayuda",
      ];
      expect(await menu.getByRole("link").allInnerTexts()).toEqual(entries);
      const addresses = new Set<string>();
      for (const entry of entries) {
        await page.goto(GENERAL);
        await menu.getByRole("link", { name: entry }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(entry);
        if (entry !== "Ayuda")
          await expect(menu.getByRole("link", { name: entry })).toHaveAttribute("aria-current", "page");
        addresses.add(new URL(page.url()).pathname);
      }
      expect(addresses.size).toBe(entries.length);
    });

    for (const [title, path, file, facts, absent] of PAGES)
      test(`${title} dice lo de la figura 20, y se lleva en PDF y en CSV`, async ({ page }) => {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
        for (const [term, value] of facts) await expect(valueOf(page, term), term).toHaveText(value);
        if (absent) await expect(page.getByRole("term").filter({ hasText: absent })).toHaveCount(0);

        const pdf = await takenAlong(page, "Guardar (PDF)");
        expect(pdf.name).toBe(`${file}.pdf`);
        const text = pdfPages(pdf.bytes).join("\n");
        for (const [term, value] of facts) expect(lineOf(text, `${term} `)).toBe(`${term} ${value}`);
        if (absent) expect(text).not.toContain(absent);

        const csv = await takenAlong(page, "Descargar CSV");
        expect(csv.name).toBe(`${file}.csv`);
        const records = csvRecords(csv.bytes.toString("utf8"), ";");
        const told = new Map(records.map((record) => [record["Dato"], record["Valor"]]));
        for (const [term, value] of facts) expect(told.get(term), term).toBe(value);
        if (absent) expect(told.has(absent)).toBe(false);
      });
  });

test("de la información general se va al gráfico del consumo y al de los cargos", async ({ page }) => {
  for (const [link, part] of [
    ["Ver consumo últimos 36 meses", "Consumo, mes a mes"],
    ["Ver historial cargos netos últimos 36 meses", "Cargos netos, mes a mes"],
  ] as const) {
    await page.goto(GENERAL);
    await page.getByRole("link", { name: link }).click();
    await expect(page.getByRole("heading", { name: part })).toBeInViewport();
  }
});
