import { expect, test } from "@playwright/test";
import { rutWithDigit } from "../support/ruts.ts";
import { pressOn, typeInto } from "./keyboard.ts";
import { linkMailedTo, mailTo } from "./outbox.ts";

const PASSWORD = "molino lento bajo cuatro sauces";

const newcomer = (width: number) => ({
  rut: rutWithDigit(15_000_000 + (width % 1000) + Math.floor(Math.random() * 9_000_000)),
  email: `registro-${width}-${Math.floor(Math.random() * 1e9)}@correo.example`,
});

for (const { width, javaScriptEnabled } of [
  { width: 390, javaScriptEnabled: false },
  { width: 1280, javaScriptEnabled: true },
])
  test.describe(`a ${width} píxeles, ${javaScriptEnabled ? "con" : "sin"} JavaScript`, () => {
    test.use({ javaScriptEnabled, viewport: { width, height: 844 } });

    test("registrarse con el teclado, confirmar desde el correo e ingresar", async ({ page }) => {
      test.setTimeout(120_000);
      const { rut, email } = newcomer(width);
      await page.goto("/registro");
      await typeInto(page, "RUT", rut);
      await typeInto(page, "Nombres", "Elisa");
      await typeInto(page, "Apellido paterno", "Quintupil");
      await typeInto(page, "Día", "27");
      await typeInto(page, "Mes", "3");
      await typeInto(page, "Año", "1968");
      await typeInto(page, "Email", email);
      await typeInto(page, "Contraseña", PASSWORD);
      await typeInto(page, "Confirmar contraseña", `${PASSWORD}!`);
      await page.keyboard.press("Enter");

      const alert = page.getByRole("alert").filter({ hasText: "Hay un problema" });
      await expect(alert.getByRole("listitem")).toHaveText(["Las dos contraseñas no son iguales."]);
      await expect(page.getByLabel("Nombres", { exact: true })).toHaveValue("Elisa");
      await expect(page.getByLabel("Año", { exact: true })).toHaveValue("1968");
      await expect(page.getByLabel("Contraseña", { exact: true })).toHaveValue("");
      await typeInto(page, "Contraseña", PASSWORD);
      await typeInto(page, "Confirmar contraseña", PASSWORD);
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL("/registro/enviado");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Revise su correo");

      const link = await linkMailedTo(
        email,
        "Confirme su correo para crear la cuenta",
        /^\/registro\/confirmar\//,
      );
      await page.goto(link);
      await page.goto(link);
      await expect(page.getByRole("main")).toContainText(email);
      await pressOn(page, "button", "Confirmar y crear la cuenta");
      await expect(page).toHaveURL("/ingresar?listo=cuenta");
      await expect(page.getByRole("main")).toContainText("Su cuenta está creada");
      await typeInto(page, "RUT", rut);
      await typeInto(page, "Contraseña", PASSWORD);
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL("/mi-cuenta");
      await expect(page.getByRole("main")).toContainText("Todavía no tiene suministros");

      await page.goto(link);
      await expect(page).toHaveURL("/enlace-sin-uso");
    });
  });

test("quien ya tiene cuenta lo sabe por el correo, y la página dice lo mismo", async ({ page }) => {
  const { email } = newcomer(7);
  await page.goto("/registro");
  const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
  await fill("RUT", "11.111.111-1");
  await fill("Nombres", "Otra");
  await fill("Apellido paterno", "Persona");
  await fill("Email", email);
  await fill("Contraseña", PASSWORD);
  await fill("Confirmar contraseña", PASSWORD);
  await page.getByRole("button", { name: "Crear cuenta" }).click();
  await expect(page).toHaveURL("/registro/enviado");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Revise su correo");
  expect(await mailTo(email)).toEqual([]);
});

test("una empresa se registra con su RUT y quien la representa", async ({ page }) => {
  const { email } = newcomer(9);
  await page.goto("/registro");
  await page.getByRole("link", { name: "Registrar una empresa" }).click();
  await page.getByRole("button", { name: "Crear cuenta" }).click();
  await expect(
    page.getByRole("alert").filter({ hasText: "Hay un problema" }).getByRole("listitem"),
  ).toHaveText([
    "Escriba el RUT.",
    "Escriba el nombre o razón social de la empresa.",
    "Escriba el RUT de quien la representa.",
    "Escriba el nombre de quien la representa.",
    "Escriba su correo.",
    "Escriba una contraseña.",
  ]);
  const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
  await fill("RUT", rutWithDigit(76_000_000 + Math.floor(Math.random() * 900_000)));
  await fill("Nombre o razón social", "Panadería El Trigal Ltda.");
  await fill("RUT de quien la representa", "12.345.678-5");
  await fill("Nombre de quien la representa", "Elisa Quintupil");
  await fill("Email", email);
  await fill("Contraseña", PASSWORD);
  await fill("Confirmar contraseña", PASSWORD);
  await page.getByRole("button", { name: "Crear cuenta" }).click();
  await expect(page).toHaveURL("/registro/enviado");
  await page.goto(await linkMailedTo(email, "Confirme su correo para crear la cuenta", /confirmar/));
  await page.getByRole("button", { name: "Confirmar y crear la cuenta" }).click();
  await expect(page).toHaveURL("/ingresar?listo=cuenta");
});
