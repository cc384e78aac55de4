import { expect, test } from "@playwright/test";
import { signedInAs } from "../support/people.ts";
import { SUPPLY } from "./figures.ts";
import { expectFocusSeen, tabTo } from "./keyboard.ts";

const supply = `/mi-cuenta/suministros/${SUPPLY}`;

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
