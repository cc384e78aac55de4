import { expect, test, type Page } from "@playwright/test";
import pg from "pg";
import { signIn } from "../support/people.ts";
import { startPortal, type Portal } from "../support/portal.ts";
import { pdfWords } from "./pdf.ts";

/** Supplies as no company wishes to have them; of the two that the customer holds, the second. */
const SUPPLY = "/mi-cuenta/suministros/11262";
const METER = `${SUPPLY}/medidor`;
/** As long as a load lets it be, and as a company may have written it: one part of it without a blank. */
const LONG_NAME = `Sociedad ${"Agrícola".padEnd(40, "a")} ${"Ganadera Forestal y Comercial ".repeat(5)}`
  .padEnd(200, "x")
  .slice(0, 200);

test.describe("suministros difíciles", () => {
  test.describe.configure({ mode: "serial", timeout: 120_000 });
  let portal: Portal;
  let database: pg.Client;
  let page: Page;

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(120_000);
    portal = await startPortal();
    database = new pg.Client({ connectionString: portal.databaseUrl });
    await database.connect();
    page = await browser.newPage({
      baseURL: portal.url,
      locale: "es-CL",
      viewport: { width: 390, height: 844 },
    });
    await signIn(page, "customer");
  });
  test.afterAll(async () => {
    await page.context().close();
    await database.end();
    await portal.stop();
  });

  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  test("un nombre de 200 letras cabe en el teléfono y en el PDF", async () => {
    expect(LONG_NAME).toHaveLength(200);
    await database.query(
      "UPDATE customer SET name = $1 WHERE id IN (SELECT customer_id FROM customer_agreement WHERE usage_point_number = '11262')",
      [LONG_NAME],
    );
    for (const path of [SUPPLY, `${SUPPLY}/usuario`]) {
      await page.goto(path);
      await expect(page.getByRole("definition").filter({ hasText: LONG_NAME.slice(0, 40) })).toBeVisible();
      expect(await overflow(), path).toBe(0);
      const pdf = await page.request.get(`${path}/pdf`);
      const { words, width } = pdfWords(await pdf.body());
      expect(words.length).toBeGreaterThan(20);
      expect(words.filter(({ right }) => right > width)).toEqual([]);
    }
  });

  test("un cambio de medidor se explica, y ningún consumo es negativo", async () => {
    const { rows } = await database.query<{ serial_number: string; period: string; register_kwh: string }>(
      "SELECT serial_number, period, register_kwh FROM meter_reading WHERE usage_point_number = '11262' ORDER BY period DESC LIMIT 2",
    );
    const [newest, before] = rows;
    if (!newest || !before) throw new Error("supply 11262 has no readings");
    const changedOn = `${newest.period}-03`;
    await database.query("UPDATE meter SET removed_on = $1 WHERE usage_point_number = '11262'", [changedOn]);
    await database.query(
      "INSERT INTO meter (usage_point_number, serial_number, installed_on) VALUES ('11262', 'NUEVO-1', $1)",
      [changedOn],
    );
    await database.query(
      "UPDATE meter_reading SET serial_number = 'NUEVO-1', register_kwh = 17 WHERE usage_point_number = '11262' AND period = $1",
      [newest.period],
    );
    await page.goto(METER);
    const main = page.getByRole("main");
    await expect(main).toContainText("Medidor N° NUEVO-1");
    await expect(main).toContainText(`se retiró el medidor N° ${newest.serial_number}`);
    await expect(main).toContainText("primera lectura de este medidor");
    await expect(main).not.toContainText("−");
    expect(await overflow()).toBe(0);
  });

  test("un medidor que marca menos que antes no da un consumo negativo", async () => {
    await database.query(
      `UPDATE meter_reading SET register_kwh = 3 WHERE usage_point_number = '11262' AND period =
       (SELECT max(period) FROM meter_reading WHERE usage_point_number = '11262' AND serial_number <> 'NUEVO-1')`,
    );
    await page.goto(METER);
    await expect(page.getByRole("cell").filter({ hasText: "marca menos que antes" })).toContainText("S/I");
    await expect(page.getByRole("main")).not.toContainText("−");
  });

  test("con una sola lectura hay una fila, y su consumo no se sabe", async () => {
    await database.query(
      "DELETE FROM meter_reading WHERE usage_point_number = '11262' AND serial_number <> 'NUEVO-1'",
    );
    await page.goto(METER);
    await expect(page.getByText("Mostrando 1 a 1 de 1")).toBeVisible();
    await expect(page.getByRole("row").nth(1)).toContainText("S/I");
  });

  test("sin lecturas y sin medidor, la página dice qué es así y dónde mirar", async () => {
    await database.query("DELETE FROM meter_reading WHERE usage_point_number = '11262'");
    await database.query("DELETE FROM meter WHERE usage_point_number = '11262'");
    await page.goto(METER);
    const main = page.getByRole("main");
    await expect(main).toContainText("La empresa no ha cargado ningún medidor instalado hoy");
    await expect(main).toContainText("Todavía no hay lecturas cargadas");
    await expect(main.getByRole("link", { name: "Consumo y cargos históricos" })).toBeVisible();
    for (const type of ["pdf", "csv"])
      expect((await page.request.get(`${METER}/${type}`)).status(), type).toBe(200);
    await page.goto(`${SUPPLY}/tecnica`);
    await expect(page.getByRole("definition").last()).toHaveText("S/I");
  });

  test("una empresa que no ha descrito sus cargos lo dice", async () => {
    await database.query("DELETE FROM charge_description");
    await page.goto("/conoce-tu-boleta");
    await expect(page.getByRole("main")).toContainText("La empresa todavía no ha descrito sus cargos");
    expect(await overflow()).toBe(0);
  });
});
