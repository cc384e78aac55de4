import { expect, test } from "@playwright/test";
import { hostileNetwork, ROGUES } from "../support/hostile-network.ts";
import { loadFiles } from "../support/load-files.ts";
import { startPortal, type Portal } from "../support/portal.ts";
import { ask, headerOf } from "./raw-request.ts";

/* What a network or a request of ill will can do to whoever reads: nothing runs, nothing fails, nothing takes long. */

let portal: Portal;
test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  test.setTimeout(120_000);
  const said = {
    fecha: "2024-12-31",
    fuente: '<script>document.title="robado"</script>',
    licencia: "=cmd|' /C calc'!A0",
    atribucion: '"><img src=x onerror="document.title=1">',
  };
  const files = hostileNetwork();
  const resources = Object.keys(files).map((path) => ({ name: path.replace(/\..*$/, ""), path }));
  const descriptor = { name: "red", empalme: { formato: 1 }, edicion: said, resources };
  portal = await startPortal({}, (databaseUrl) =>
    loadFiles(
      databaseUrl,
      Object.entries({ "datapackage.json": JSON.stringify(descriptor), ...files }).map(([path, content]) => ({
        path,
        content,
      })),
    ),
  );
});
test.afterAll(() => portal.stop());

const PAGES = [
  "/red",
  "/red?buscar=script",
  `/red?buscar=${encodeURIComponent(ROGUES[0]?.given ?? "")}`,
  `/red?vnr=${encodeURIComponent(ROGUES[0]?.given ?? "")}`,
  `/red?filtro=1&region=${encodeURIComponent(ROGUES[4]?.given ?? "")}&comuna=${encodeURIComponent(ROGUES[1]?.given ?? "")}`,
  "/red/transformadores",
  `/red/transformadores?buscar=${encodeURIComponent(ROGUES[1]?.given ?? "")}`,
  `/red/transformadores?nombre=${encodeURIComponent(ROGUES[2]?.given ?? "")}`,
  ...ROGUES.map((_, at) => `/red/transformadores/T${at}`),
  "/red/alimentadores/A",
  "/red/subestaciones/S",
  "/red/postes/1",
  "/red/vanos/V",
  `/red/vnr/${encodeURIComponent(ROGUES[0]?.given ?? "")}`,
  "/red/descargas",
];

test("ningún nombre se ejecuta ni entra en la página como otra cosa que texto", async ({ page }) => {
  test.setTimeout(90_000);
  const said: string[] = [];
  page.on("dialog", (dialog) => {
    said.push(dialog.message());
    void dialog.dismiss();
  });
  for (const path of PAGES) {
    const response = await page.goto(portal.url + path);
    expect([200, 404], path).toContain(response?.status());
    expect(await page.title(), path).not.toBe("robado");
    expect(
      await page.locator("img[src=x], [onerror], svg[onload], a[href^='javascript:']").count(),
      path,
    ).toBe(0);
  }
  expect(said).toEqual([]);
});

for (const [at, { kept }] of ROGUES.entries())
  test(`la página de T${at} dice su nombre tal como es`, async ({ page }) => {
    await page.goto(`${portal.url}/red/transformadores/T${at}`);
    const name = page
      .locator("dl > div", { has: page.locator("dt", { hasText: /^Nombre$/ }) })
      .first()
      .locator("dd");
    expect((await name.innerText()).replaceAll(/\s+/g, " ")).toBe(kept.replaceAll(/\s+/g, " "));
    const pdf = await ask(`/red/transformadores/T${at}/pdf`, { portal: portal.url });
    expect(pdf.status).toBe(200);
    expect(pdf.body.subarray(0, 5).toString()).toBe("%PDF-");
  });

test("ninguna celda de un CSV comienza una fórmula, y todas son las que son", async () => {
  for (const path of [
    "/red/transformadores/csv",
    "/red/subestaciones/csv",
    "/red/vanos/csv",
    "/red/transformadores/T4/csv",
    "/red/descargas/csv",
    "/red/descargas/1/advertencias/csv",
  ]) {
    const { status, body } = await ask(`${path}?formato=plano`, { portal: portal.url });
    expect(status, path).toBe(200);
    const text = body.toString();
    expect(text, path).not.toMatch(/(^|,|\n)"?[=@+](?=\D)/);
    expect(text.replaceAll("\r\n", ""), path).not.toMatch(/[\p{Cc}\u202e]/u);
  }
  const { body } = await ask("/red/transformadores/csv", { portal: portal.url });
  expect(body.toString()).toContain("'=cmd|' /C calc'!A0");
});

test("el GeoJSON de OGC trae cada nombre exacto, y nadie lo lee como página", async () => {
  const answer = await ask("/ogc/collections/transformadores/items", { portal: portal.url });
  expect(headerOf(answer, "content-type")).toContain("application/geo+json");
  expect(headerOf(answer, "x-content-type-options")).toBe("nosniff");
  const { features } = JSON.parse(answer.body.toString()) as {
    features: { properties: { nombre: string } }[];
  };
  expect(features.map(({ properties }) => properties.nombre)).toEqual(ROGUES.map(({ kept }) => kept));
});

const LONG = "x".repeat(10_000);
const ITEMS = "/ogc/collections/transformadores/items";
/** Path, and which answers are right. */
const ABSURD: [path: string, statuses: number[]][] = [
  ...[
    "limit=0",
    "limit=-1",
    "limit=1e3",
    "limit=99999999999999999999",
    "limit=",
    "limit=1&limit=2",
    "offset=5",
    "cursor=-1",
    "cursor=1.5",
    "cursor=%00",
    "bbox=",
    "bbox=1,2,3",
    "bbox=a,b,c,d",
    "bbox=1e999,0,1,1",
    "bbox=NaN,0,1,1",
    "bbox=0,80,1,-80",
    "bbox=0,0,999,999",
    `bbox=${"0,".repeat(5_000)}0`,
    "bbox=0,0,1,1&bbox-crs=EPSG:1",
    "crs=http://www.opengis.net/def/crs/EPSG/0/999999",
    `crs=${LONG}`,
    "datetime=ayer",
    "datetime=2024-02-30",
    "datetime=2025-01-01/2024-01-01",
    "datetime=a/b/c",
    `datetime=${LONG}`,
    "f=html",
    "potencia_kva=diez",
    "potencia_kva=1e999",
    "n_clientes=99999999999999",
    "n_clientes=1.5",
    "mrt_swer=quizas",
    `nombre=${LONG}`,
    "nombre=%00",
    `${LONG}=1`,
    "constructor=1",
    "a.id%20OR%201=1",
  ].map((query): [string, number[]] => [`${ITEMS}?${query}`, [400]]),
  ...[
    // The framework drops it on its way.
    "__proto__=1",
    "limit=999999999999",
    "limit=10000",
    "cursor=2147483647",
    "cursor=999999999999",
    "bbox=-180,-90,180,90",
    "bbox=170,-90,-170,90",
    "bbox=0,0,0,0,0,0",
    "nombre=%27%20OR%201=1--",
    "nombre=%25",
    "potencia_kva=1e308",
    "potencia_kva=-0",
    "n_clientes=2147483647",
    "datetime=../..",
    "datetime=0001-01-01/9999-12-31",
  ].map((query): [string, number[]] => [`${ITEMS}?${query}`, [200, 400]]),
  ...[
    "/ogc/collections/nada",
    "/ogc/collections/nada/items",
    "/ogc/collections/__proto__/items",
    "/ogc/collections/pole;DROP/items",
    `/ogc/collections/${LONG}/items`,
    `${ITEMS}/${LONG}`,
    `${ITEMS}/%00`,
    `${ITEMS}/%2e%2e%2f%2e%2e`,
    "/red/nada",
    "/red/constructor",
    "/red/postes/nada",
    `/red/postes/${LONG}`,
    "/red/postes/%00",
    "/red/postes/%F0%9F",
    "/red/postes/..%2f..%2fetc",
    "/red/vnr/%00",
    `/red/vnr/${LONG}`,
    "/red/descargas/0/cambios/csv",
    "/red/descargas/99999999999/cambios/csv",
    "/red/descargas/1e3/advertencias/csv",
    "/red/postes?edicion=0",
    "/red/postes?edicion=-1",
    "/red/postes?edicion=99999999999",
    "/red/postes/csv?edicion=abc",
  ].map((path): [string, number[]] => [path, [400, 404]]),
  ...[
    `/red?buscar=${LONG}`,
    `/red?buscar=${"%20".repeat(3_000)}`,
    `/red?buscar=${"%C3%A1".repeat(1_600)}`,
    `/red?buscar=${"%25_".repeat(2_500)}`,
    `/red?buscar=${"%F0%9F%98%80".repeat(800)}`,
    `/red?buscar=${"a%20".repeat(2_500)}`,
    "/red?buscar=%00",
    "/red?buscar=%FF%FE",
    "/red?buscar=%ED%A0%80",
    "/red?buscar=a&buscar=b",
    "/red?buscar=-91,0%20-181,0",
    "/red?buscar=-90,0%20180,0",
    `/red?vnr=${LONG}`,
    `/red?poste=${LONG}`,
    "/red?poste=%00",
    `/red?placa_poste=${LONG}`,
    `/red?cliente=${LONG}`,
    `/red?region=${LONG}&comuna=b&filtro=1`,
    `/red/sugerencias?buscar=${LONG}`,
    "/red/sugerencias",
    "/red/sugerencias?buscar=%00%25",
    `/red/postes?buscar=${LONG}`,
    `/red/postes?buscar=${"%25".repeat(60)}`,
    "/red/postes?buscar=%00",
    "/red/postes?pagina=-1",
    "/red/postes?pagina=0",
    "/red/postes?pagina=1e9",
    "/red/postes?pagina=99999999999999999999",
    "/red/postes?pagina=NaN",
    "/red/postes?pagina=1&pagina=2",
    "/red/postes?filas=1000000",
    "/red/postes?filas=-25",
    "/red/postes?orden=a.edition;--&dir=sideways",
    "/red/postes?orden=__proto__",
    `/red/postes?alimentador=${LONG}`,
    "/red/postes?comuna=%00",
    "/red/postes/csv?pagina=-1&filas=9",
    `/red/postes/csv?buscar=${LONG}`,
  ].map((path): [string, number[]] => [path, [200]]),
  [`/red?region=${LONG}&comuna=${LONG}&filtro=1`, [431]],
];

test("una petición absurda tiene respuesta clara, nunca un fallo, y en menos de un segundo", async () => {
  test.setTimeout(120_000);
  // The first request of each kind loads its part of the portal.
  for (const path of [ITEMS, "/red", "/red/postes", "/red/postes/csv", "/red/postes/nada", "/red/vnr/nada"])
    await ask(path, { portal: portal.url });
  for (const [path, statuses] of ABSURD) {
    const began = performance.now();
    const answer = await ask(path, { portal: portal.url, headers: { accept: "application/geo+json, */*" } });
    const shown = path.length > 90 ? `${path.slice(0, 80)}… (${path.length})` : path;
    expect.soft(statuses, shown).toContain(answer.status);
    expect.soft(performance.now() - began, shown).toBeLessThan(1_000);
    // What no address may hold is refused by the web server, before anybody knows what was asked.
    if (path.startsWith(`${ITEMS}?`) && answer.status === 400 && !/%00/.test(path)) {
      expect.soft(headerOf(answer, "content-type"), shown).toBe("application/problem+json");
      const problem = JSON.parse(answer.body.toString()) as { detail: string };
      expect.soft(problem.detail, shown).toMatch(/[.]$/);
      expect.soft(problem.detail.length, shown).toBeLessThan(300);
    }
  }
});
