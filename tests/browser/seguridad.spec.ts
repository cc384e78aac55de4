import { expect, test, type Page } from "@playwright/test";
import { codeAt } from "../support/codes.ts";
import { aNewPerson, enter, PASSWORD } from "./new-person.ts";
import { linkMailedTo, mailTo } from "./outbox.ts";
import { pdfText } from "./pdf.ts";
import { ask } from "./raw-request.ts";

const OTHER_PASSWORD = "ventana de ulmo junto al estero";

const fill = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "con JavaScript" : "sin JavaScript", () => {
    test.use({ javaScriptEnabled, viewport: { width: 390, height: 844 } });

    test("agregar el código de verificación, ingresar con él, con uno de recuperación, y quitarlo", async ({
      page,
    }) => {
      test.setTimeout(180_000);
      const { rut, email } = await aNewPerson(page);
      await page.goto("/mi-cuenta/seguridad");
      await page.getByRole("link", { name: "Agregar un código de verificación" }).click();
      const secret = (await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).innerText()).replaceAll(" ", "");
      await fill(page, "Código de verificación", "000000");
      await fill(page, "Su contraseña actual", PASSWORD);
      await press(page, "Agregar el código");
      await expect(page.getByRole("alert").filter({ hasText: "Hay un problema" })).toContainText(
        "El código no coincide",
      );
      await fill(page, "Código de verificación", codeAt(secret, new Date()));
      await fill(page, "Su contraseña actual", PASSWORD);
      await press(page, "Agregar el código");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        "Guarde estos códigos de recuperación",
      );
      const codes = await page.getByText(/^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$/).allInnerTexts();
      expect(codes).toHaveLength(10);
      await expect
        .poll(async () => (await mailTo(email)).map(({ subject }) => subject))
        .toContain("Se agregó un código de verificación a su cuenta");

      await page.context().clearCookies();
      await enter(page, { rut, password: PASSWORD });
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Código de verificación");
      // Half a session is none.
      await page.goto("/mi-cuenta");
      await expect(page).toHaveURL(/\/ingresar\?volver=/);
      await page.goto("/ingresar/codigo");
      await fill(page, "Código de verificación", codes[0] ?? "");
      await press(page, "Ingresar");
      await expect(page).toHaveURL("/mi-cuenta");

      const held = (await (await page.request.get("/mi-cuenta/datos/json")).json()) as Record<
        string,
        unknown
      >;
      expect(held).toMatchObject({
        account: { email, secondFactor: { recoveryCodes: 9 } },
        sessions: [{ current: true }, { current: false }],
        access: { links: [], putOut: [] },
        supplies: [],
      });
      expect(held["mails"]).toContainEqual(
        expect.objectContaining({ subject: "Se agregó un código de verificación a su cuenta" }),
      );
      const sheet = pdfText(await (await page.request.get("/mi-cuenta/datos/pdf")).body());
      for (const told of [
        "Lo usa; le quedan 9 códigos de recuperación",
        "Se agregó un código de verificación a su cuenta",
        "Se ingresó con un código de recuperación",
      ])
        expect(sheet.replaceAll(/\s+/g, " ")).toContain(told);

      await page.goto("/mi-cuenta/seguridad");
      await expect(page.getByRole("main")).toContainText("le quedan 9 códigos de recuperación");
      await page.getByRole("link", { name: "Quitar el código de verificación" }).click();
      await fill(page, "Código de verificación", codes[1] ?? "");
      await fill(page, "Su contraseña actual", PASSWORD);
      await press(page, "Quitar el código");
      await expect(page.getByRole("main")).toContainText("Su cuenta ya no pide el código de verificación.");
    });
  });

test("recuperar la contraseña desde el correo cierra la sesión de otro aparato", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const { rut, email } = await aNewPerson(page);
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto("/recuperar");
  await fill(elsewhere, "RUT", rut);
  await press(elsewhere, "Enviar el correo");
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("Revise su correo");
  await elsewhere.goto(await linkMailedTo(email, "Elija una contraseña nueva", /^\/recuperar\/clave\//));
  await fill(elsewhere, "Contraseña", OTHER_PASSWORD);
  await fill(elsewhere, "Confirmar contraseña", OTHER_PASSWORD);
  await press(elsewhere, "Cambiar la contraseña");
  await expect(elsewhere).toHaveURL("/ingresar?listo=contrasena");
  await page.goto("/mi-cuenta");
  await expect(page).toHaveURL("/ingresar?volver=%2Fmi-cuenta");
  await enter(elsewhere, { rut, password: OTHER_PASSWORD });
  await expect(elsewhere).toHaveURL("/mi-cuenta");
  await elsewhere.context().close();
});

test("cambiar la contraseña y el correo, y «no fui yo» desde el aviso", async ({ page }) => {
  test.setTimeout(120_000);
  const { rut, email } = await aNewPerson(page);
  await page.goto("/mi-cuenta/seguridad/contrasena");
  await fill(page, "Su contraseña actual", "no es ésta");
  await fill(page, "Contraseña", OTHER_PASSWORD);
  await fill(page, "Confirmar contraseña", OTHER_PASSWORD);
  await press(page, "Cambiar la contraseña");
  await expect(page.getByRole("alert").filter({ hasText: "Hay un problema" })).toContainText(
    "no es la de su cuenta",
  );
  await fill(page, "Su contraseña actual", PASSWORD);
  await fill(page, "Contraseña", OTHER_PASSWORD);
  await fill(page, "Confirmar contraseña", OTHER_PASSWORD);
  await press(page, "Cambiar la contraseña");
  await expect(page.getByRole("main")).toContainText("Su contraseña cambió");

  await page.goto("/mi-cuenta/seguridad/correo");
  const wanted = `nuevo-${email}`;
  await fill(page, "Correo nuevo", wanted);
  await fill(page, "Su contraseña actual", OTHER_PASSWORD);
  await press(page, "Enviar el enlace");
  await page.goto(await linkMailedTo(wanted, "Confirme su correo nuevo", /^\/confirmar-correo\//));
  await press(page, "Usar este correo");
  await expect(page).not.toHaveURL(/confirmar-correo/);
  await page.goto("/mi-cuenta/datos");
  await expect(page.getByRole("main")).toContainText(wanted);

  await page.goto(await linkMailedTo(email, "Su correo cambió", /^\/no-fui-yo\//));
  await press(page, "Proteger mi cuenta");
  await expect(page).toHaveURL("/ingresar?listo=no-fui-yo");
  await enter(page, { rut, password: OTHER_PASSWORD });
  await expect(page.getByRole("alert").filter({ hasText: "Hay un problema" })).toBeVisible();
  await page.goto(await linkMailedTo(email, "Elija una contraseña nueva", /^\/recuperar\/clave\//));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Elija una contraseña nueva");
});

test("ver y cerrar otra sesión, llevarse los datos y cerrar la cuenta", async ({ page, browser }) => {
  test.setTimeout(120_000);
  const { rut } = await aNewPerson(page);
  const other = await (await browser.newContext()).newPage();
  await enter(other, { rut, password: PASSWORD });
  await expect(other).toHaveURL("/mi-cuenta");
  await page.goto("/mi-cuenta/seguridad");
  await expect(page.getByRole("main")).toContainText("esta sesión");
  await page.getByRole("button", { name: /^Cerrar la sesión de/ }).click();
  await expect(page.getByRole("main")).toContainText("La sesión se cerró.");
  await other.goto("/mi-cuenta");
  await expect(other).toHaveURL("/ingresar?volver=%2Fmi-cuenta");
  await other.context().close();

  await page.goto("/mi-cuenta/datos");
  await page.getByRole("link", { name: "Cambiar fono y dirección" }).click();
  await page.getByLabel(/^Fono/).fill("64 234 5678");
  await press(page, "Guardar los cambios");
  await expect(page.getByRole("main")).toContainText("64 234 5678");
  const [session] = await page.context().cookies();
  const headers = { cookie: `${session?.name}=${session?.value}` };
  const taken = JSON.parse((await ask("/mi-cuenta/datos/json", { headers })).body.toString()) as object;
  expect(taken).toMatchObject({ account: { details: { phone: "64 234 5678" } }, supplies: [] });
  expect(JSON.stringify(taken)).not.toContain("$argon2id$");
  expect((await ask("/mi-cuenta/datos/pdf", { headers })).body.subarray(0, 5).toString()).toBe("%PDF-");

  await page.goto("/mi-cuenta/datos/cerrar");
  await fill(page, "Su contraseña actual", PASSWORD);
  await press(page, "Cerrar mi cuenta");
  await expect(page).toHaveURL("/ingresar?listo=cierre");
  expect((await ask("/mi-cuenta", { headers })).status).toBe(307);
  await enter(page, { rut, password: PASSWORD });
  await expect(page.getByRole("alert").filter({ hasText: "Hay un problema" })).toBeVisible();
});
