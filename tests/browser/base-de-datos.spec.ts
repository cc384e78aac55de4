import { expect, test } from "@playwright/test";
import { signIn } from "../support/people.ts";
import { startPortal, type Portal } from "../support/portal.ts";

test.describe("sin base de datos", () => {
  test.describe.configure({ timeout: 90_000 });
  let portal: Portal;
  test.beforeAll(async () => {
    portal = await startPortal({ LOG_LEVEL: "silent" });
  });
  test.afterAll(() => portal.stop());

  test("la página dice que el servicio volverá, y con la base vuelve", async ({ browser }) => {
    const page = await browser.newPage({ baseURL: portal.url, javaScriptEnabled: false });
    await signIn(page, "customer");

    await portal.stopDatabase();
    const refused = await page.goto("/mi-cuenta");
    expect(refused?.status()).toBe(503);
    expect(Number(refused?.headers()["retry-after"])).toBeGreaterThan(0);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect((await page.request.get("/api/ready")).status()).toBe(503);
    expect((await page.request.get("/api/health")).status()).toBe(200);

    await portal.startDatabase();
    await expect.poll(async () => (await page.request.get("/api/ready")).status()).toBe(200);
    expect((await page.goto("/mi-cuenta"))?.status()).toBe(200);
    await expect(page.getByRole("main")).toContainText("11261");
    await page.context().close();
  });
});
