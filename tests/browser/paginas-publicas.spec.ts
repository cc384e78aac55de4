import { expect, test, type Locator, type Page } from "@playwright/test";
import { companyProfile } from "../../lib/platform/profile.ts";
import { routes } from "../../lib/platform/routes.ts";
import { signedInAs } from "../support/people.ts";
import { SUPPLY } from "./figures.ts";
import { csvRecords, takenAlong } from "./taken-along.ts";

const { emergencyPhone, contactEmail } = companyProfile();

test.describe("en el teléfono", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("la portada muestra todo lo que se busca sin desplazarse", async ({ page }) => {
    await page.goto("/");
    const main = page.getByRole("main");
    const wholeInView = (what: Locator) => expect(what).toBeInViewport({ ratio: 1 });
    for (const name of [
      "Ingresar",
      "Registrarse",
      "Buscar en la red",
      "Interrupciones",
      "Conozca su boleta",
      "Calcular un plazo",
      "Ayuda",
      emergencyPhone,
      contactEmail,
    ])
      await wholeInView(main.getByRole("link", { name, exact: true }));
    // Not built yet.
    await expect(page.getByText("Hacer un reclamo")).toHaveCount(0);
  });
});

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "con JavaScript" : "sin JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("interrupciones dice que no publica ninguna, a quién llamar y qué decir", async ({ page }) => {
      await page.goto("/");
      await page.getByRole("main").getByRole("link", { name: "Interrupciones" }).click();
      const main = page.getByRole("main");
      await expect(main).toContainText("Aquí todavía no se publican interrupciones");
      await expect(main.getByRole("link", { name: emergencyPhone })).toHaveAttribute(
        "href",
        `tel:${emergencyPhone.replaceAll(" ", "")}`,
      );
      await expect(main).toContainText("Qué decir cuando le contesten");
    });

    test("cada entrada del índice de la ayuda lleva a su parte", async ({ page }) => {
      await page.goto("/ayuda");
      const contents = page.getByRole("navigation", { name: "Contenido" }).getByRole("link");
      expect(await contents.count()).toBe(15);
      for (const link of await contents.all()) {
        await link.click();
        await expect(page.getByRole("heading", { name: await link.innerText(), level: 2 })).toBeInViewport();
      }
    });

    test("buscar un cargo, ver qué es y llevarse la lista", async ({ page }) => {
      await page.goto("/conoce-tu-boleta");
      await expect(page.getByText("Mostrando 1 a 21 de 21")).toBeVisible();
      await page.getByLabel("Buscar un cargo").fill("envio postal");
      await page.getByRole("button", { name: "Ver cargos" }).click();
      await expect(page.getByText("Mostrando 1 a 1 de 1")).toBeVisible();
      await expect(page.getByRole("main")).toContainText("Franqueo que cobra el correo");
      const csv = await takenAlong(page, "Descargar CSV");
      expect(csv.name).toBe("cargos-explicados.csv");
      expect(csvRecords(csv.bytes.toString("utf8"), ";")).toEqual([
        expect.objectContaining({ Cargo: "Costo envío postal" }),
      ]);
      await page.getByLabel("Buscar un cargo").fill("<i>agua</i>");
      await page.getByRole("button", { name: "Ver cargos" }).click();
      await expect(page.getByText("Ningún cargo descrito dice «<i>agua</i>»")).toBeVisible();
      await expect(page.getByRole("main")).toContainText("la empresa no lo ha descrito");
    });

    test("la dirección de un cargo lleva a su explicación, también con paréntesis y tildes", async ({
      page,
    }) => {
      for (const [charge, said] of [
        ["Servicio público", "Cargo que fija la ley"],
        ["Uso del sistema de transmisión", "Llevar la energía por las líneas"],
      ] as const) {
        await page.goto(routes.chargeExplained(charge));
        const target = page.locator(":target");
        await expect(target).toBeInViewport();
        await expect(target).toContainText(said);
      }
    });
  });

test("el total y sus sumas se explican con la tasa de hoy", async ({ page }) => {
  await page.goto("/conoce-tu-boleta");
  const value = (term: string) =>
    page
      .getByRole("term")
      .filter({ hasText: new RegExp(`^${term}$`) })
      .locator("xpath=following-sibling::dd");
  await expect(value("IVA")).toContainText("19 % de la suma de los cargos afectos");
  await expect(value("No afecto")).toContainText("exento");
  await expect(value("Neto")).toContainText("sin IVA");
});

async function helpLinks(page: Page): Promise<string[]> {
  const links = await page
    .locator('a[href*="/ayuda#"]')
    .evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  return links.flatMap((href) => href ?? []);
}

test.describe("quien ha ingresado", () => {
  test.use({ storageState: signedInAs("customer") });

  test("vuelve a su cuenta desde las páginas públicas", async ({ page }) => {
    for (const path of ["/ayuda", "/interrupciones", "/conoce-tu-boleta"]) {
      await page.goto(path);
      await page
        .getByRole("navigation", { name: "Principal" })
        .getByRole("link", { name: "Mi cuenta" })
        .click();
      await expect(page).toHaveURL(/\/mi-cuenta$/);
    }
  });

  test("cada enlace a una parte de la ayuda encuentra esa parte", async ({ page }) => {
    const found: string[] = [];
    for (const path of ["", "/usuario", "/tecnica", "/medidor", "/consumos"]) {
      await page.goto(`/mi-cuenta/suministros/${SUPPLY}${path}`);
      found.push(...(await helpLinks(page)));
    }
    expect(found.length).toBeGreaterThan(1);
    for (const href of new Set(found)) {
      await page.goto(href);
      await expect(page.locator(":target").getByRole("heading"), href).toBeInViewport();
    }
  });
});
