import { expect, test, type Page } from "@playwright/test";
import { PASSWORD, PEOPLE, signedInAs, signIn } from "../support/people.ts";

async function enter(page: Page, document: string, password: string) {
  await page.getByLabel("RUT").fill(document);
  await page.getByLabel("Contraseña").fill(password);
  await page.getByRole("button", { name: "Ingresar" }).click();
}

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
      await enter(page, PEOPLE.generator, `${PASSWORD}-no`);
      await expect(page.getByRole("alert").getByRole("listitem")).toHaveText([
        "El documento o la contraseña no coinciden. Revíselos y vuelva a intentarlo.",
      ]);
      await expect(page.getByLabel("RUT")).toHaveValue(PEOPLE.generator);
      await expect(page.getByLabel("Contraseña")).toHaveValue("");
      expect(await page.content()).not.toContain(`${PASSWORD}-no`);
      await enter(page, PEOPLE.generator, PASSWORD);
      await expect(page).toHaveURL(/\/mi-cuenta$/);
    });

    test("quien no ha ingresado llega después adonde iba", async ({ page }) => {
      const wanted = "/mi-cuenta/suministros/11261/consumos?orden=neto&dir=asc";
      await page.goto(wanted);
      await expect(page).toHaveURL(`/ingresar?volver=${encodeURIComponent(wanted)}`);
      await enter(page, PEOPLE.customer, PASSWORD);
      await expect(page).toHaveURL(wanted);
    });
  });

for (const rut of ["11111111-1", "111111111", "  11.111.111-1 "])
  test(`el RUT se puede escribir «${rut}»`, async ({ page }) => {
    await page.goto("/ingresar");
    await enter(page, rut, PASSWORD);
    await expect(page).toHaveURL(/\/mi-cuenta$/);
  });

for (const elsewhere of ["https://evil.example/", "//evil.example", "/\\evil.example"])
  test(`ingresar no lleva a «${elsewhere}»`, async ({ page }) => {
    await page.goto(`/ingresar?volver=${encodeURIComponent(elsewhere)}`);
    await enter(page, PEOPLE.customer, PASSWORD);
    await expect(page).toHaveURL("/mi-cuenta");
  });

test("quien ya ingresó no vuelve a ver el formulario", async ({ browser }) => {
  const context = await browser.newContext({ storageState: signedInAs("customer") });
  const page = await context.newPage();
  await page.goto("/ingresar");
  await expect(page).toHaveURL("/mi-cuenta");
  await context.close();
});

test.describe("la mesa", () => {
  test.use({ storageState: signedInAs("desk") });

  test("llega a la mesa, y las páginas de los clientes le están prohibidas", async ({ page }) => {
    expect((await page.goto("/mesa"))?.status()).toBe(200);
    expect((await page.goto("/mi-cuenta"))?.status()).toBe(403);
  });
});
