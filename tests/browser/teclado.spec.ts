import { expect, test, type Locator, type Page } from "@playwright/test";
import { PASSWORD, PEOPLE, signedInAs } from "../support/people.ts";
import { SUPPLY } from "./figures.ts";

const supply = `/mi-cuenta/suministros/${SUPPLY}`;

/** Whether the focus can be seen: a ring of two pixels or more, inside the window, under nothing. */
async function expectFocusSeen(page: Page) {
  const seen = await page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return "nothing has the focus";
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const ring = (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const within = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const free = above !== null && (element.contains(above) || above.contains(element));
    return ring && within && free ? "seen" : JSON.stringify({ html: element.outerHTML, ring, within, free });
  });
  expect(seen).toBe("seen");
}

/** Tabs on until `wanted` has the focus, looking at every stop on the way. */
async function tabTo(page: Page, wanted: Locator) {
  for (let stops = 0; stops < 60; stops++) {
    await page.keyboard.press("Tab");
    await expectFocusSeen(page);
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`the Tab key does not reach ${String(wanted)}`);
}

test("la primera parada salta al contenido", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Saltar al contenido" });
  await expect(skip).toBeFocused();
  await expectFocusSeen(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").getByRole("link", { name: "Ingresar" })).toBeFocused();
});

test("ingresar y leer una boleta sin ratón", async ({ page }) => {
  await page.goto("/");
  await tabTo(page, page.getByRole("main").getByRole("link", { name: "Ingresar" }));
  await page.keyboard.press("Enter");
  await page.waitForURL("/ingresar");
  await tabTo(page, page.getByLabel("RUT"));
  await page.keyboard.type(PEOPLE.customer);
  await tabTo(page, page.getByLabel("Contraseña"));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL("/mi-cuenta");
  await tabTo(page, page.getByRole("link", { name: `Suministro ${SUPPLY}`, exact: true }));
  await page.keyboard.press("Enter");
  await page.waitForURL(supply);
  await tabTo(page, page.getByRole("link", { name: "Consumo y cargos históricos" }));
  await page.keyboard.press("Enter");
  await page.waitForURL(`${supply}/consumos`);
  await tabTo(page, page.getByRole("link", { name: "Detalle de cargos de Enero 2020" }));
  await page.keyboard.press("Enter");
  await page.waitForURL(`${supply}/consumos/2020-01`);
  await tabTo(page, page.getByRole("link", { name: "Descargar CSV" }));
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(download.suggestedFilename()).toBe(`cargos-${SUPPLY}-2020-01.csv`);
});

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "con JavaScript" : "sin JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("el resumen de errores toma el foco y lleva a cada campo", async ({ page }) => {
      await page.goto("/ingresar");
      await page.getByRole("button", { name: "Ingresar" }).press("Enter");
      const summary = page.getByRole("alert").filter({ hasText: "Hay un problema" });
      await expect(summary).toBeFocused();
      for (const [mistake, field] of [
        ["Escriba su número de documento.", "RUT"],
        ["Escriba su contraseña.", "Contraseña"],
      ] as const) {
        await summary.getByRole("link", { name: mistake }).press("Enter");
        await expect(page.getByLabel(field)).toBeFocused();
        await expect(page.getByLabel(field)).toHaveAccessibleDescription(new RegExp(mistake));
        await expect(page.getByLabel(field)).toHaveAttribute("aria-invalid", "true");
      }
    });
  });

test.describe("en el teléfono", () => {
  test.use({ storageState: signedInAs("customer"), viewport: { width: 390, height: 844 } });

  test("el menú se abre con el teclado y lleva a la salida", async ({ page }) => {
    await page.goto(`${supply}/consumos`);
    await tabTo(page, page.locator("header summary"));
    await expect(page.getByRole("button", { name: "Cerrar sesión" })).toBeHidden();
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("button", { name: "Cerrar sesión" }));
  });
});
