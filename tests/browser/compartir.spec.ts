import { expect, test } from "@playwright/test";
import { signIn } from "../support/people.ts";
import { aNewPerson } from "./new-person.ts";
import { linkMailedTo } from "./outbox.ts";

/** A supply that no other test looks at closely, of somebody who is used to visitors. */
const SUPPLY = "131313";
const ACCESS = `/mi-cuenta/suministros/${SUPPLY}/acceso`;

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "con JavaScript" : "sin JavaScript", () => {
    test.use({ javaScriptEnabled, viewport: { width: 390, height: 844 } });

    test("compartir un suministro, verlo quien lo recibe, y dejar de compartirlo", async ({
      page,
      browser,
    }) => {
      test.setTimeout(120_000);
      const visit = await browser.newContext({ javaScriptEnabled });
      const guestPage = await visit.newPage();
      const name = javaScriptEnabled ? "Matilde" : "Octavio";
      const guest = await aNewPerson(guestPage, { givenName: name });
      await signIn(page, "generator");
      await page.goto(ACCESS);
      await page.getByRole("link", { name: "Compartir con otra persona" }).click();
      const invite = async (email: string) => {
        await page.getByLabel("Correo de la otra persona").fill(email);
        await page.getByRole("button", { name: "Enviar la invitación" }).click();
      };
      await invite("no es un correo");
      await expect(page.getByRole("alert").filter({ hasText: "Revise el correo" })).toBeFocused();
      await expect(page.getByLabel("Correo de la otra persona")).toHaveValue("no es un correo");
      await invite(guest.email);
      await expect(page).toHaveURL(`${ACCESS}?listo=invitacion`);
      await expect(page.getByRole("main")).toContainText(guest.email);

      const link = await linkMailedTo(guest.email, "Le comparten un suministro", /compartido/);
      // It is for another address than that of whoever sends it.
      await page.goto(link);
      await expect(page).toHaveURL("/enlace-sin-uso");
      await guestPage.goto(link);
      await guestPage.goto(link);
      await expect(guestPage.getByRole("main")).toContainText(`le comparte el suministro ${SUPPLY}`);
      await guestPage.getByRole("button", { name: "Aceptar" }).click();
      await expect(guestPage).toHaveURL(`/mi-cuenta/suministros/${SUPPLY}?listo=vinculado`);
      await guestPage.goto(`${ACCESS}/nombre`);
      await guestPage.getByLabel("Cómo lo llama (opcional)").fill("La lechería");
      await guestPage.getByRole("button", { name: "Guardar el nombre" }).click();
      await expect(guestPage.getByRole("main")).toContainText("Hernán Alvarado Krause lo comparte con usted");
      expect((await guestPage.goto(`${ACCESS}/compartir`))?.status()).toBe(404);
      await guestPage.goto("/mi-cuenta");
      await expect(guestPage.getByRole("link", { name: `La lechería · Suministro ${SUPPLY}` })).toBeVisible();

      await page.goto(ACCESS);
      const seen = page.getByRole("listitem").filter({ hasText: `${name} Quintupil` });
      await seen.getByRole("button", { name: "Dejar de compartir" }).click();
      await expect(page).toHaveURL(`${ACCESS}?listo=retiro`);
      expect((await guestPage.goto(ACCESS))?.status()).toBe(404);
      await visit.close();
    });
  });
