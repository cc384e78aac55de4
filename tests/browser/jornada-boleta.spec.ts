import { expect, test, type Page } from "@playwright/test";
import { PASSWORD, PEOPLE, signedInAs } from "../support/people.ts";
import { billed, charges, dotted, folded, january, SUPPLY, technical } from "./figures.ts";
import { tabTo } from "./keyboard.ts";

/*
 * María has the paper bill of January 2020 in her hand and asks whether it is the same here. From the home page to the
 * charges and out again, by keyboard alone, in every way that she may come: telephone or desk, with or without script.
 * What she takes along is looked into by revisar-boleta.spec.ts, and what a stranger gets, by rutas.spec.ts.
 */

const MARIA = PEOPLE.customer;
const SUPPLY_PAGE = `/mi-cuenta/suministros/${SUPPLY}`;

async function press(page: Page, link: string | RegExp, scope = page.getByRole("main")) {
  await tabTo(page, scope.getByRole("link", { name: link }).first());
  await page.keyboard.press("Enter");
}

/** Types on from wherever the focus is. */
async function type(page: Page, field: string, text: string) {
  await tabTo(page, page.getByLabel(field));
  await page.keyboard.type(text);
}

/** "Enero 2020" where there is room, "ene 2020" on a phone. */
const monthOf = (label: string) =>
  new RegExp(`^${label.slice(0, 3)}(${label.slice(3).split(" ")[0]})? ${label.slice(-4)}$`, "i");

const WAYS = [390, 1280].flatMap((width) =>
  [true, false].map((javaScriptEnabled) => ({ width, javaScriptEnabled })),
);

for (const { width, javaScriptEnabled } of WAYS)
  test.describe(`con ${width} px, ${javaScriptEnabled ? "con" : "sin"} JavaScript`, () => {
    test.use({ javaScriptEnabled, viewport: { width, height: 844 } });

    test("María compara su boleta de enero de 2020 con la del portal", async ({ page }) => {
      test.setTimeout(90_000);
      await page.goto("/");
      const main = page.getByRole("main");
      for (const link of ["Ingresar", "Interrupciones"])
        await expect(main.getByRole("link", { name: link, exact: true })).toBeInViewport();
      await expect(main.locator('a[href^="tel:"]').first()).toBeInViewport();
      await expect(main.locator('a[href^="mailto:"]').first()).toBeInViewport();

      await press(page, "Ingresar");
      await page.waitForURL("/ingresar");
      await type(page, "RUT", MARIA);
      await type(page, "Contraseña", "otra-cosa-muy-distinta");
      await page.keyboard.press("Enter");
      await expect(main.getByRole("alert")).toBeFocused();
      await expect(main.getByRole("alert")).toContainText("El documento o la contraseña no coinciden.");
      await expect(page.getByLabel("RUT")).toHaveValue(MARIA);
      await type(page, "Contraseña", PASSWORD);
      await page.keyboard.press("Enter");
      await page.waitForURL("/mi-cuenta");

      await test.step("Escritorio", async () => {
        const supply = page.getByRole("region", { name: `Suministro ${SUPPLY}` });
        await expect(supply).toContainText(/Total a pagar \$\s[\d.]+,\s*pagada el/);
        await expect(supply).toContainText("Fecha de vencimiento:");
        await expect(supply).toContainText(
          /En agosto de 2020 usó 141 kWh, \d+ (más|menos) que en agosto de 2019/,
        );
        await expect(supply).toContainText(
          "Septiembre y octubre de 2020: S/I. La empresa no ha cargado boletas",
        );
        for (const link of ["Ver boleta (PDF)", /^Consumo y cargos históricos/])
          await expect(supply.getByRole("link", { name: link })).toBeVisible();
        await expect(main.getByRole("link", { name: "Ayuda" })).toBeVisible();
        await press(page, `Suministro ${SUPPLY}`);
        await page.waitForURL(SUPPLY_PAGE);
      });

      await test.step("Información General", async () => {
        for (const term of [
          "RUT cliente",
          "Nombre",
          "Correo",
          "Dirección",
          "Comuna",
          "Región",
          "Fecha de facturación",
        ])
          await expect(page.getByRole("term").filter({ hasText: new RegExp(`^${term}$`) })).toBeVisible();
        for (const [, value] of technical) await expect(main).toContainText(value);
        for (const link of ["Ver consumo últimos 36 meses", "Ver historial cargos netos últimos 36 meses"])
          await expect(main.getByRole("link", { name: link })).toBeVisible();
        await press(page, "Ver consumo últimos 36 meses");
        await page.waitForURL(`${SUPPLY_PAGE}/consumos#consumo`);
      });

      await test.step("Consumo y cargos históricos", async () => {
        await expect(page.getByRole("figure")).toHaveCount(2);
        await expect(page.getByText("Mostrando 1 a 12 de 36")).toBeVisible();
        for (const { label, kwh, net } of billed) {
          const row = page
            .getByRole("row")
            .filter({ has: page.getByRole("rowheader", { name: monthOf(label) }) });
          expect((await row.getByRole("cell").allInnerTexts()).slice(0, 2)).toEqual([
            dotted(kwh),
            dotted(net),
          ]);
          await expect(row.getByRole("link", { name: /^Ver DTE/ })).toBeVisible();
        }
        await press(page, "Detalle de cargos de Enero 2020");
        await page.waitForURL(`${SUPPLY_PAGE}/consumos/2020-01`);
      });

      await test.step("Detalle de cargos", async () => {
        const lines = page.getByRole("table", { name: "Los cargos" }).getByRole("rowheader");
        await expect(lines).toHaveCount(charges.length);
        for (const figure of [january.taxable, january.exempt, january.net, january.iva, january.total])
          await expect(main).toContainText(dotted(figure));
        await expect(main).toContainText("Suma no afecta (exento)");
        await expect(main).toContainText(`¿Por qué el historial dice ${dotted(january.net)}?`);
        await expect(main).toContainText("Fecha de facturación31 de enero de 2020");
        const rme = lines.filter({ hasText: "(R.M.E.)" });
        await tabTo(page, rme.locator("summary"));
        await page.keyboard.press("Enter");
        await expect(rme).toContainText("La empresa no ha descrito este cargo");
        await expect(rme.getByRole("paragraph")).toBeVisible();
        for (const link of ["Guardar (PDF)", "Descargar CSV", "Descargar XML", /^Ver DTE/])
          await expect(main.getByRole("link", { name: link })).toBeVisible();
        const [named] = await lines.allInnerTexts();
        expect(folded(named?.split("\n")[0] ?? "")).toBe(charges[0]?.name);
        const saved = page.waitForEvent("download");
        await page.goto(page.url());
        await press(page, "Descargar CSV");
        expect((await saved).suggestedFilename()).toBe(`cargos-${SUPPLY}-2020-01.csv`);
      });

      await test.step("Cerrar sesión", async () => {
        await page.goto("/mi-cuenta");
        if (width === 390) {
          await tabTo(page, page.locator(".site-menu summary"));
          await page.keyboard.press("Enter");
        }
        await tabTo(page, page.getByRole("button", { name: "Cerrar sesión" }).filter({ visible: true }));
        await page.keyboard.press("Enter");
        await page.waitForURL((url) => !url.pathname.startsWith("/mi-cuenta"));
        await page.goBack();
        await expect(page.getByText(`Suministro ${SUPPLY}`)).toHaveCount(0);
      });
    });
  });

for (const written of ["11111111-1", "11.111.111-1", "111111111", " 11 111 111 - 1 "])
  test(`el RUT se puede escribir «${written}»`, async ({ page }) => {
    await page.goto("/ingresar");
    await type(page, "RUT", written);
    await type(page, "Contraseña", PASSWORD);
    await page.keyboard.press("Enter");
    await page.waitForURL("/mi-cuenta");
  });

test.describe("quien no tiene este suministro", () => {
  test.use({ storageState: signedInAs("newcomer") });

  test("no distingue sus direcciones de las que no existen", async ({ request }) => {
    const history = `${SUPPLY_PAGE}/consumos`;
    for (const path of [history, `${history}/2020-01`, `${history}/2020-01/pdf`, `${history}/csv`])
      expect((await request.get(path)).status(), path).toBe(404);
  });
});
