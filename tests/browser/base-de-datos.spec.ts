import { expect, test, type Page } from "@playwright/test";
import pg from "pg";
import { companyProfile } from "../../lib/platform/profile.ts";
import { PASSWORD, PEOPLE, signIn } from "../support/people.ts";
import { startPortal, type Portal } from "../support/portal.ts";
import { complaintsOf, lookAt } from "./screen.ts";

const HISTORY = "/mi-cuenta/suministros/11261/consumos";
const FORMS_OF_A_PAGE = [HISTORY, `${HISTORY}/pdf`, `${HISTORY}/csv`];

test.describe("cuando la base de datos falla", () => {
  test.describe.configure({ mode: "serial", timeout: 120_000 });
  let portal: Portal;
  test.beforeAll(async () => {
    portal = await startPortal({ LOG_LEVEL: "silent" });
  });
  test.afterAll(() => portal.stop());

  async function expectUnavailable(page: Page) {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "La sucursal virtual no está disponible por el momento",
    );
    await expect(page.getByRole("main")).toContainText(companyProfile().emergencyPhone);
  }

  test("sin base, todo dice que volverá; con la base, vuelve sin ayuda", async ({ browser }) => {
    const page = await browser.newPage({ baseURL: portal.url, javaScriptEnabled: false });
    const form = await browser.newPage({ baseURL: portal.url, javaScriptEnabled: false });
    await signIn(page, "customer");
    await form.goto("/ingresar");
    await form.getByLabel("RUT").fill(PEOPLE.customer);
    await form.getByLabel("Contraseña").fill(PASSWORD);

    await portal.stopDatabase();
    for (const path of FORMS_OF_A_PAGE) {
      const refused = await page.goto(path);
      expect(refused?.status(), path).toBe(503);
      expect(Number(refused?.headers()["retry-after"]), path).toBeGreaterThan(0);
      expect(refused?.headers()["cache-control"], path).toBe("no-store");
      await expectUnavailable(page);
    }
    const [sent] = await Promise.all([
      form.waitForResponse((response) => response.request().method() === "POST"),
      form.getByRole("button", { name: "Ingresar" }).click(),
    ]);
    expect(sent.status()).toBe(503);
    await expectUnavailable(form);
    for (const path of ["/", "/ayuda", "/interrupciones"])
      expect((await page.goto(path))?.status(), path).toBe(200);
    expect((await page.goto("/conoce-tu-boleta"))?.status()).toBe(503);
    expect((await page.request.get("/api/ready")).status()).toBe(503);
    expect((await page.request.get("/api/health")).status()).toBe(200);

    await portal.startDatabase();
    await expect.poll(async () => (await page.request.get("/api/ready")).status()).toBe(200);
    for (const path of FORMS_OF_A_PAGE) expect((await page.request.get(path)).status(), path).toBe(200);
    await page.goto("/mi-cuenta");
    await expect(page.getByRole("main")).toContainText("11261");
    await Promise.all([page.context().close(), form.context().close()]);
  });

  test("la página que lo dice se ve bien", async ({ browser }) => {
    const context = await browser.newContext({ baseURL: portal.url, locale: "es-CL" });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await signIn(page, "customer");
    await portal.stopDatabase();
    await page.goto(HISTORY);
    await expectUnavailable(page);
    await lookAt(page, "fuera-de-servicio");
    expect(complaints).toEqual([]);
    await context.close();
    await portal.startDatabase();
  });

  test("una falla nuestra se anota con un código, y lo demás sigue", async ({ browser }) => {
    const page = await browser.newPage({ baseURL: portal.url, javaScriptEnabled: false });
    await signIn(page, "customer");
    const database = new pg.Client({ connectionString: portal.databaseUrl });
    await database.connect();
    try {
      await database.query("ALTER TABLE bill RENAME TO bill_hidden");
      for (const path of FORMS_OF_A_PAGE) {
        const failed = await page.goto(path);
        expect(failed?.status(), path).toBe(500);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("Algo falló de nuestro lado");
        await expect(page.locator("code")).toHaveText(failed?.headers()["x-request-id"] ?? "");
        expect(await page.content()).not.toMatch(/prisma|postgres|bill_hidden|node_modules/i);
      }
      expect((await page.goto("/conoce-tu-boleta"))?.status()).toBe(200);
    } finally {
      await database.query("ALTER TABLE bill_hidden RENAME TO bill");
      await database.end();
    }
    expect((await page.goto(HISTORY))?.status()).toBe(200);
    await page.context().close();
  });
});
