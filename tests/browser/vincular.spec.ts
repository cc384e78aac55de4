import { expect, test } from "@playwright/test";
import { dotted } from "./figures.ts";
import { pressOn, typeInto } from "./keyboard.ts";
import { aNewPerson, KEYBOARD } from "./new-person.ts";
import { linkMailedTo } from "./outbox.ts";
import { printedOn } from "./printed-bills.ts";
import { lookAt } from "./screen.ts";

/*
 * J1-bis: somebody new, with only last month's paper bill, registers, confirms from the mail and has the supply before
 * them; the holder is told, and says that it was not them. By keyboard alone.
 */

const TOTAL = "Total de una boleta reciente";
const SUBJECT = "Se vinculó el suministro ";

/** Two supplies whose holders read their mail, so that both ways can be gone at the same time. */
for (const { width, javaScriptEnabled, supply, holder } of [
  { width: 390, javaScriptEnabled: false, supply: "20005", holder: "camila.vera@correo.example" },
  { width: 1280, javaScriptEnabled: true, supply: "131314", holder: "hernan.alvarado@correo.example" },
])
  test.describe(`con ${width} px, ${javaScriptEnabled ? "con" : "sin"} JavaScript`, () => {
    test.use({ javaScriptEnabled, viewport: { width, height: 844 } });

    test("vincular un suministro con la boleta en la mano; el titular dice que no fue él", async ({
      page,
    }) => {
      test.setTimeout(180_000);
      const { meter, totals } = printedOn(supply);
      const [total = ""] = totals;
      await aNewPerson(page, { hand: KEYBOARD });
      const history = `/mi-cuenta/suministros/${supply}/consumos`;
      expect((await page.goto(history))?.status()).toBe(404);

      await test.step("de lo que se debe no hay nada que ver hasta vincularlo", async () => {
        await page.goto("/mi-cuenta");
        await expect(page.getByRole("main")).toContainText("Todavía no tiene suministros");
        await pressOn(page, "link", "Agregar suministro");
        await expect(page).toHaveURL("/mi-cuenta/suministros/agregar");
      });

      await test.step("un total de 0 no prueba nada, y lo escrito se conserva", async () => {
        await typeInto(page, "Número de cliente", supply);
        await typeInto(page, "Número de medidor", meter);
        await typeInto(page, TOTAL, "0");
        await page.keyboard.press("Enter");
        const alert = page.getByRole("alert").filter({ hasText: "Hay un problema" });
        await expect(alert.getByRole("listitem")).toHaveText([
          /^No pudimos comprobar los datos\. Mire la boleta/,
        ]);
        await expect(alert).toBeFocused();
        await expect(page.getByLabel("Número de cliente")).toHaveValue(supply);
        await expect(page.getByLabel("Número de medidor")).toHaveValue(meter);
        await expect(page.getByLabel(TOTAL)).toHaveValue("0");
      });

      await test.step("con lo que dice la boleta se ve el historial", async () => {
        await typeInto(page, TOTAL, `$ ${dotted(Number(total))}`);
        await page.keyboard.press("Enter");
        await expect(page).toHaveURL(`/mi-cuenta/suministros/${supply}?listo=vinculado`);
        await expect(page.getByRole("main")).toContainText(`El suministro ${supply} ya está en su cuenta.`);
        await pressOn(page, "link", "consumo y cargos históricos");
        await expect(page).toHaveURL(history);
        await expect(page.getByRole("figure")).toHaveCount(2);
        await page.goto("/mi-cuenta");
        await expect(page.getByRole("region", { name: `Suministro ${supply}` })).toBeVisible();
      });

      const link = await linkMailedTo(holder, `${SUBJECT}${supply}`, /^\/no-fui-yo\/suministro\//);

      await test.step("abrir el enlace del titular no cambia nada", async () => {
        for (let look = 0; look < 2; look += 1) {
          expect((await page.goto(link))?.status()).toBe(200);
          await expect(page.getByRole("main")).toContainText(`Elisa Q. ve el suministro ${supply} desde el`);
        }
        if (javaScriptEnabled) await lookAt(page, "no-fui-yo-suministro");
        expect((await page.goto(history))?.status()).toBe(200);
      });

      await test.step("el botón quita el acceso de inmediato, y los mismos datos ya no sirven", async () => {
        await page.setViewportSize({ width, height: 844 });
        await page.goto(link);
        await pressOn(page, "button", "Quitarle el acceso");
        await expect(page).toHaveURL("/no-fui-yo/suministro/listo");
        expect((await page.goto(history))?.status()).toBe(404);
        await page.goto(link);
        await expect(page).toHaveURL("/enlace-sin-uso");
        await page.goto("/mi-cuenta/suministros/agregar");
        await typeInto(page, "Número de cliente", supply);
        await typeInto(page, "Número de medidor", meter);
        await typeInto(page, TOTAL, total);
        await page.keyboard.press("Enter");
        await expect(page.getByRole("alert").filter({ hasText: "No pudimos comprobar" })).toBeFocused();
      });
    });
  });
