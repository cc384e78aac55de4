import { expect, test, type Page } from "@playwright/test";
import { signedInAs } from "../support/people.ts";
import { loadFiles } from "../support/load-files.ts";
import { startPortal, type Portal } from "../support/portal.ts";
import { reference, referencePackage } from "../support/reference-network.ts";
import { tabTo } from "./keyboard.ts";

/*
 * Carla designs a solar plant and reads "8377" painted on a pole. From the paint to the feeder, its capacity and its
 * demand, without signing in: by keyboard, with and without scripts, on a telephone and at a desk. The figures of the
 * reference portal come from a package of their own, on a portal of its own.
 */

const WAYS = [390, 1280].flatMap((width) =>
  [true, false].map((javaScriptEnabled) => ({ width, javaScriptEnabled })),
);
const decimal = (value: number) => new Intl.NumberFormat("es-CL", { maximumFractionDigits: 6 }).format(value);

/** The value beside a term. */
const fact = (page: Page, term: string) =>
  page
    .locator("dl > div", { has: page.locator("dt", { hasText: new RegExp(`^${term}$`) }) })
    .first()
    .locator("dd");

async function search(page: Page, text: string) {
  await tabTo(page, page.getByLabel("Placa, código, nombre o lugar"));
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

test.describe("con la red de referencia", () => {
  test.describe.configure({ mode: "serial" });
  let portal: Portal;
  test.beforeAll(async () => {
    test.setTimeout(120_000);
    const files = Object.entries(referencePackage()).map(([path, content]) => ({ path, content }));
    portal = await startPortal({}, (databaseUrl) => loadFiles(databaseUrl, files));
  });
  test.afterAll(() => portal.stop());

  for (const { width, javaScriptEnabled } of WAYS)
    test.describe(`${width} px, ${javaScriptEnabled ? "con" : "sin"} JavaScript`, () => {
      test.use({ javaScriptEnabled, viewport: { width, height: 844 } });

      test("Carla va de la placa 8377 a su transformador y sus demandas, con el teclado", async ({
        page,
      }) => {
        test.setTimeout(60_000);
        await page.goto(`${portal.url}/red`);
        await search(page, "8377");
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("Transformador 328250");
        const one = reference.transformer_fig13;
        for (const [term, value] of [
          ["Nombre", one.name],
          ["Capacidad", `${one.capacity_kva} kVA`],
          ["Conexión", "S/I"],
          ["Tensión", one.voltage],
          ["Placa del poste", one.pole_plate],
          ["Tipo", one.type],
          ["Fases", one.phase],
          ["Código VNR", one.vnr_code],
          ["Alimentador", "PILMAIQUEN"],
          ["Subestación", "Pilmaiquen"],
          ["Comuna", reference.commune],
        ] as const)
          await expect(fact(page, term), term).toHaveText(value.replace(" kVA", "\u00a0kVA"));
        const rows = page.getByRole("table", { name: /Demanda/ }).locator("tbody tr");
        await expect(rows).toHaveCount(12);
        for (const [at, { min, max }] of one.last_12_demands_kwh.entries())
          await expect(rows.nth(at).locator("td")).toHaveText(
            [min, max].map((value) => (value === null ? "S/I" : decimal(value))),
          );
        await expect(page.getByText("kWh", { exact: true }).first()).toBeVisible();
        await expect(page.getByText("Referencial: no reemplaza un estudio de conexión")).toBeVisible();
        await expect(page.getByText(/30 de noviembre de 2020/).first()).toBeVisible();
      });

      test("el alimentador, el vano y el código VNR dicen lo que las figuras", async ({ page }) => {
        await page.goto(`${portal.url}/red/alimentadores/1`);
        const feeder = reference.feeder_fig10;
        await expect(fact(page, "Nombre")).toHaveText(feeder.name);
        await expect(fact(page, "Tipo")).toHaveText(feeder.type);
        await expect(fact(page, "Distribuidora")).toHaveText("S/I");
        await expect(fact(page, "Nodo de distribución")).toHaveText(feeder.distribution_node);
        await expect(fact(page, "Potencia instalada")).toHaveText("6.060\u00a0kVA");
        await page.goto(`${portal.url}/red`);
        await page.getByLabel("Vano", { exact: true }).fill(String(reference.span_fig11.id));
        await page.keyboard.press("Enter");
        const cells = page.getByRole("table", { name: "Búsqueda de vano" }).locator("tbody tr > *");
        await expect(cells).toHaveText([
          "338406",
          "AT",
          "7706",
          "7705",
          "96",
          reference.span_fig11.conductor,
          reference.span_fig11.vnr_code,
          "S/I",
          "RST",
        ]);
        await page.goto(`${portal.url}/red`);
        await page.getByLabel("Código VNR").fill("12");
        await page.keyboard.press("Enter");
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("Código VNR 12");
        for (const [term, value] of [
          ["Flete Bodega", reference.vnr_fig16.warehouse_freight_pct],
          ["Bodega", reference.vnr_fig16.warehouse_pct],
          ["Flete Obra", reference.vnr_fig16.site_freight_pct],
          ["Costo de Ingeniería", reference.vnr_fig16.engineering_pct],
          ["Int. intercalarios", reference.vnr_fig16.interim_interest_pct],
          ["Gastos generales", reference.vnr_fig16.overhead_pct],
        ] as const)
          await expect(fact(page, term), term).toHaveText(`${decimal(Number(value))}\u00a0%`);
        await expect(page.getByText("Revise la unidad")).toBeVisible();
        await page.goto(`${portal.url}/red?vnr=ZZZ`);
        await expect(page.getByText("No existe el código VNR «ZZZ»")).toBeVisible();
      });

      test("la región y la comuna llevan a las subestaciones, sus alimentadores y sus transformadores", async ({
        page,
      }) => {
        await page.goto(`${portal.url}/red`);
        await page.getByRole("button", { name: "Buscar en la red" }).click();
        await expect(page.getByRole("alert").first()).toContainText("Elija la región");
        await expect(page.getByRole("alert").first()).toContainText("Elija la comuna");
        await page.getByLabel("Región", { exact: true }).selectOption(reference.region);
        await page.getByLabel("Comuna", { exact: true }).selectOption(reference.commune);
        await page.getByRole("button", { name: "Buscar en la red" }).click();
        const grid = page.getByRole("table", { name: "Subestaciones" }).locator("tbody tr");
        await expect(grid).toHaveCount(2);
        await expect(page.getByRole("table", { name: "Subestaciones" }).locator("thead th")).toHaveText([
          "Id subestación",
          "Nombre subestación",
          "Alimentadores",
        ]);
        const way = page.getByRole("navigation", { name: "Está en" });
        await expect(way.getByRole("link")).toHaveText(["Inicio", reference.commune]);
        await expect(page.getByRole("navigation", { name: "Está en" })).toContainText(
          /Inicio.*Los Ríos.*Río Bueno.*Subestaciones/,
        );
        await page.getByRole("link", { name: "VER alimentadores de 2" }).click();
        await expect(page.getByRole("table", { name: "Alimentadores" })).toContainText("PILMAIQUEN");
        await page.getByRole("link", { name: "VER transformadores de 2" }).click();
        const rows = page.getByRole("table", { name: /Transformadores/ }).locator("tbody tr");
        await expect(rows).toHaveCount(reference.transformers_fig12.length);
        for (const { id, name } of reference.transformers_fig12)
          await expect(rows.filter({ hasText: String(id) })).toContainText(name);
      });

      test("lo que no se encuentra, o se pregunta dos veces, se dice", async ({ page }) => {
        await page.goto(`${portal.url}/red?filtro=1&transformador=ZZ-99`);
        await expect(page.getByText("No hay nada en la red con «ZZ-99»")).toBeVisible();
        await page.goto(`${portal.url}/red`);
        await page.getByLabel("Placa transformador").fill("328250");
        await page.getByLabel("Placa poste").fill("8377");
        await page.keyboard.press("Enter");
        await expect(page.getByRole("alert").first()).toContainText(
          "Busque por un solo dato a la vez: «Placa transformador» o «Placa poste»",
        );
        expect((await page.goto(`${portal.url}/red/vanos?comuna=La+Unión`))?.status()).toBe(404);
      });
    });
});

for (const { width, javaScriptEnabled } of WAYS)
  test.describe(`con la demostración, ${width} px, ${javaScriptEnabled ? "con" : "sin"} JavaScript`, () => {
    test.use({ javaScriptEnabled, viewport: { width, height: 844 } });

    test("de la placa al alimentador, con capacidad, demanda y generación", async ({ page }) => {
      test.setTimeout(60_000);
      await page.goto("/");
      await tabTo(page, page.getByRole("main").getByRole("link", { name: "Buscar en la red" }));
      await page.keyboard.press("Enter");
      await page.waitForURL("/red");
      await search(page, "1_152");
      await page.waitForURL("/red/transformadores/1_152");
      await expect(fact(page, "Clientes en baja tensión")).toHaveText("98");
      await expect(fact(page, "Generación conectada")).toHaveText("54,3\u00a0kW");
      await expect(page.getByRole("row", { name: /feb(rero)? 2024/i })).toContainText(/17,02\s*80,56/);
      await expect(page.getByText("Muestra trasladada", { exact: false })).toBeVisible();
      await tabTo(page, page.getByRole("main").getByRole("link", { name: "TJB15" }).first());
      await page.keyboard.press("Enter");
      await page.waitForURL("/red/alimentadores/1_TAP2_1");
      await expect(page.getByRole("heading", { name: "Transformadores: 137" })).toBeVisible();
      await expect(fact(page, "Potencia instalada")).toHaveText("18.665\u00a0kVA");
      await expect(page.getByText("3.573,84 kW en 468 generadores", { exact: false })).toBeVisible();
    });

    test("el número de cliente no dice nada de nadie a quien no ha ingresado", async ({ page }) => {
      const told: string[] = [];
      for (const number of ["11261", "99999999"]) {
        await page.goto("/red");
        await page.getByLabel("Número cliente").fill(number);
        await page.getByRole("button", { name: "Buscar transformador" }).click();
        await expect(page.getByRole("main").getByRole("link", { name: "Ingresar" })).toBeVisible();
        told.push((await page.getByRole("main").innerText()).replaceAll(number, ""));
      }
      expect(told[0]).toBe(told[1]);
    });

    test("las ediciones dicen qué cambió, qué se reserva y con qué licencia", async ({ page }) => {
      await page.goto("/red/descargas");
      const row = (layer: string) => page.getByRole("row", { name: new RegExp(`^${layer}`) }).first();
      await expect(row("Transformadores")).toContainText(/273\s*23\s*1\s*9/);
      await expect(row("Vanos")).toContainText(/6\.456\s*811\s*470/);
      await expect(page.getByText("menos de 5 clientes", { exact: false }).first()).toBeVisible();
      await expect(page.getByText("Open Database License", { exact: false }).first()).toBeVisible();
    });
  });

test.describe("quien ingresó", () => {
  test.use({ storageState: signedInAs("customer") });
  test("encuentra el transformador de su suministro, y no el de otro", async ({ page }) => {
    await page.goto("/red?cliente=11262");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Transformador /);
    await page.goto("/red?cliente=20005");
    await expect(page.getByText("No es uno de sus suministros", { exact: false })).toBeVisible();
    await page.goto("/mi-cuenta/suministros/11262/tecnica");
    await page
      .getByRole("main")
      .getByRole("link", { name: /TRANSF/ })
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Transformador /);
  });
});

test.describe("preguntas hostiles a la red", () => {
  const evil = [
    `/red?buscar=${"x".repeat(10_000)}`,
    `/red?buscar=${encodeURIComponent("<script>alert(1)</script>")}`,
    `/red?buscar=${encodeURIComponent("%_%' OR 1=1; DROP TABLE span --")}`,
    "/red?buscar=%00&buscar=2&region=%00",
    "/red?filtro=1&region=x&comuna=y&subestacion=z&alimentador=%27",
    "/red/vanos?pagina=1e9&filas=1e9&orden=constructor&dir=x&alimentador=%00",
    "/red/vanos?buscar=%25%25%25%25%25%25%00",
    "/red?placa_poste=%00&vnr=%00",
    "/red?placa_transformador=a%00b",
    "/red/sugerencias?buscar=%25%25",
    `/red/sugerencias?buscar=${"a".repeat(10_000)}`,
  ];
  for (const path of evil)
    test(path.slice(0, 60), async ({ request }) => {
      const begun = performance.now();
      const answer = await request.get(path);
      expect(answer.status()).toBe(200);
      expect(performance.now() - begun).toBeLessThan(1_000);
      expect(await answer.text()).not.toContain("<script>alert(1)");
    });

  for (const [query, said] of [
    ["bbox=1e308,0,1,1", "bbox"],
    ["bbox=-999,-999,999,999", "bbox"],
    ["bbox=0,10,0,-10", "bbox"],
    ["bbox=1,2,3", "bbox"],
    [`bbox=${"1,".repeat(5_000)}1`, "bbox"],
    ["limit=-1", "limit"],
    ["limit=1e3", "limit"],
    ["cursor=-1", "cursor"],
    ["cursor=5", "cursor"],
    ["cursor=99-5", "comience de nuevo"],
    ["datetime=9999-99-99", "datetime"],
    ["crs=EPSG:4326", "crs"],
    ["nada=1", "nada"],
    ["extension_m=%27", "extension_m"],
    ["fases=RST&fases=R", "fases"],
    ["f=html", "f"],
  ] as const)
    test(`/ogc con ${query.slice(0, 40)} es un 400 que lo dice`, async ({ request }) => {
      const answer = await request.get(`/ogc/collections/vanos/items?${query}`);
      expect(answer.status()).toBe(400);
      expect(answer.headers()["content-type"]).toContain("application/problem+json");
      expect(((await answer.json()) as { detail: string }).detail).toContain(said);
    });

  test("lo que no existe es un 404, y lo abierto se lee de cualquier sitio", async ({ request }) => {
    for (const path of [
      "/ogc/collections/nada/items",
      "/ogc/collections/postes/items/nada",
      "/red/nada",
      "/red/postes/no-hay",
      "/red/vnr/ZZZ",
      "/red/descargas/99/cambios/csv",
    ])
      expect((await request.get(path)).status(), path).toBe(404);
    const answer = await request.get("/ogc/collections/postes/items?limit=2");
    expect(answer.headers()["access-control-allow-origin"]).toBe("*");
    expect(answer.headers()["content-crs"]).toBe("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>");
  });

  test("las páginas siguen por su enlace, sin saltarse ni repetir a nadie, y la última no tiene siguiente", async ({
    request,
  }) => {
    const ids: string[] = [];
    let next: string | undefined = "/ogc/collections/equipos/items?limit=50&alimentador_id=1_TAP2_1";
    let matched = 0;
    while (next) {
      const page = (await (await request.get(next)).json()) as {
        numberMatched: number;
        features: { id: string }[];
        links: { rel: string; href: string }[];
      };
      matched = page.numberMatched;
      ids.push(...page.features.map(({ id }) => id));
      next = page.links.find(({ rel }) => rel === "next")?.href;
      if (next) expect(next).toContain("alimentador_id=1_TAP2_1");
    }
    expect(ids).toHaveLength(matched);
    expect(new Set(ids).size).toBe(matched);
  });
});
