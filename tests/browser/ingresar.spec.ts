import { expect, test } from "@playwright/test";
import { PASSWORD, PEOPLE, signedInAs, signIn } from "../support/people.ts";

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "con JavaScript" : "sin JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("ingresar con RUT y contraseña, y llegar al escritorio", async ({ page }) => {
      await signIn(page, "customer");
      await expect(page).toHaveURL(/\/mi-cuenta$/);
      await expect(page.getByRole("main")).toContainText("11261");
    });

    test("una contraseña equivocada no abre, y el RUT escrito se conserva", async ({ page }) => {
      await page.goto("/ingresar");
      await page.getByLabel("RUT").fill(PEOPLE.generator);
      await page.getByLabel("Contraseña").fill(`${PASSWORD}-no`);
      await page.getByRole("button", { name: "Ingresar" }).click();
      await expect(page.getByRole("alert")).toBeVisible();
      await expect(page.getByLabel("RUT")).toHaveValue(PEOPLE.generator);
      await expect(page.getByLabel("Contraseña")).toHaveValue("");
    });
  });

test("quien no ha ingresado llega después adonde iba", async ({ page }) => {
  await page.goto("/mi-cuenta/suministros/11261/consumos");
  await expect(page).toHaveURL(/\/ingresar\?volver=/);
});

test.describe("la mesa", () => {
  test.use({ storageState: signedInAs("desk") });

  test("llega a la mesa, y las páginas de los clientes le están prohibidas", async ({ page }) => {
    expect((await page.goto("/mesa"))?.status()).toBe(200);
    expect((await page.goto("/mi-cuenta"))?.status()).toBe(403);
  });
});
