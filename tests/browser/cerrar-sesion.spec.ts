import { expect, test } from "@playwright/test";
import { signIn } from "../support/people.ts";
import { SUPPLY } from "./figures.ts";
import { ask, headerOf } from "./raw-request.ts";

const HISTORY = `/mi-cuenta/suministros/${SUPPLY}/consumos`;

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "con JavaScript" : "sin JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("después de cerrar la sesión, Atrás no muestra nada", async ({ page }) => {
      await signIn(page, "customer");
      await page.goto(HISTORY);
      await page.getByRole("button", { name: "Cerrar sesión" }).click();
      await expect(page).toHaveURL("/");
      await page.goBack();
      await expect(page).toHaveURL(`/ingresar?volver=${encodeURIComponent(HISTORY)}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ingresar");
      await expect(page.getByRole("button", { name: "Cerrar sesión" })).toHaveCount(0);
    });
  });

test("una galleta copiada no sirve después de cerrar la sesión", async ({ page, context }) => {
  await signIn(page, "customer");
  const [session] = await context.cookies();
  const headers = { cookie: `${session?.name}=${session?.value}` };
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  expect((await ask("/mi-cuenta", { headers })).status).toBe(200);

  await page.getByRole("button", { name: "Cerrar sesión" }).click();
  await expect(page).toHaveURL("/");
  expect(await context.cookies()).toEqual([]);
  const refused = await ask("/mi-cuenta", { headers });
  expect([refused.status, headerOf(refused, "location")]).toEqual([307, "/ingresar?volver=%2Fmi-cuenta"]);
  const again = await ask("/salir", { method: "POST", headers });
  expect([again.status, headerOf(again, "location")]).toEqual([303, "/"]);
});

test("otro sitio no puede cerrar la sesión", async ({ page, context }) => {
  await signIn(page, "customer");
  const [session] = await context.cookies();
  const cookie = `${session?.name}=${session?.value}`;
  const headers = { cookie, origin: "https://evil.example" };
  expect((await ask("/salir", { method: "POST", headers })).status).toBe(403);
  expect((await ask("/salir", { headers: { cookie } })).status).toBe(405);
  expect((await page.goto("/mi-cuenta"))?.status()).toBe(200);
});
