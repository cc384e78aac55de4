import { randomBytes } from "node:crypto";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test, type Page } from "@playwright/test";
import { signedInAs } from "../support/people.ts";
import { smallPackage, zipOf } from "./load-packages.ts";
import { ask, cookieOf } from "./raw-request.ts";
import { complaintsOf, lookAt } from "./screen.ts";
import { csvRecords, takenAlong } from "./taken-along.ts";

const LOAD = /\/mesa\/cargas\/[0-9a-f-]{36}$/;
/** The worker looks for work every two seconds, and other tests' loads may come first. */
const WORK = { timeout: 45_000 };

test.use({ storageState: signedInAs("administrator") });

async function upload(page: Page, file: { name: string; mimeType: string; buffer: Buffer }) {
  await page.goto("/mesa/cargas");
  await page.getByLabel("Paquete", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "Subir y comprobar" }).click();
}

const rowOf = (page: Page, name: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
const cellsOf = (page: Page, row: string) => rowOf(page, row).getByRole("cell").allTextContents();

for (const [at, javaScriptEnabled] of [true, false].entries())
  test.describe(javaScriptEnabled ? "con JavaScript" : "sin JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("subir un paquete, comparar sus totales y publicarlo", async ({ page }) => {
      test.setTimeout(240_000);
      const complaints = complaintsOf(page);
      const files = smallPackage(990_001 + 10 * at);
      await upload(page, zipOf(files));
      await expect(page).toHaveURL(LOAD);
      const status = page.getByRole("status");
      await expect(status).toContainText("De 6 filas, 1 se rechaza. Si publica, habrá 5 filas nuevas", WORK);
      expect(await cellsOf(page, "Suministros")).toEqual(["3", "2", "1", "2", "0", "0", "0"]);
      expect(await cellsOf(page, "Boletas, total")).toEqual(["1.331", "1.331"]);
      expect(await cellsOf(page, "Boletas, consumo_kwh")).toEqual(["286,5", "286,5"]);
      if (javaScriptEnabled) await lookAt(page, "carga-por-decidir");

      const rejected = await takenAlong(page, "Descargar las filas rechazadas (CSV)");
      expect(rejected.name).toBe("filas-rechazadas.csv");
      const [row, ...more] = csvRecords(rejected.bytes.toString("utf8"), ";");
      expect(more).toEqual([]);
      expect(row).toMatchObject({
        Archivo: "suministros.csv",
        Línea: "4",
        Columna: "suministro",
        Valor: "'=1+1",
      });
      expect(row?.["Motivo"]).toContain("código");
      expect(row?.["Qué hacer"]).not.toBe("");

      await page.getByRole("button", { name: "Publicar" }).click();
      await expect(status).toContainText("Se publicó: 5 filas nuevas", WORK);
      await expect(page.getByRole("button", { name: "Publicar" })).toHaveCount(0);
      if (javaScriptEnabled) await lookAt(page, "carga-publicada");

      // A name of its own: the other test of this loop may be at the same point.
      const again = `otra-vez-${at}.zip`;
      await upload(page, zipOf(files, again));
      await expect(status).toContainText("No hay nada que cambiar", WORK);
      await page.getByRole("button", { name: "Descartar" }).click();
      await expect(status).toContainText("se descartó");
      await page.goto(`/mesa/cargas?buscar=otra-vez-${at}`);
      await expect(rowOf(page, again)).toContainText("Descartada");
      expect(complaints).toEqual([]);
    });

    test("lo que no es un zip se dice enseguida, y nada queda", async ({ page }) => {
      const loads = async () => (await ask("/mesa/cargas/csv", { as: "administrator" })).body.toString();
      const wrong = {
        name: "tabla-suelta.csv",
        mimeType: "text/csv",
        buffer: Buffer.from("suministro\n100\n"),
      };
      await upload(page, wrong);
      await expect(page.getByRole("alert").getByRole("listitem")).toContainText(["El archivo no es un zip."]);
      await upload(page, { ...wrong, name: "vacio.zip", buffer: Buffer.alloc(0) });
      await expect(page.getByRole("alert").getByRole("listitem")).toContainText(["El archivo está vacío."]);
      await page.goto("/mesa/cargas");
      await page
        .getByLabel("Paquete", { exact: true })
        .evaluate((input) => input.removeAttribute("required"));
      await page.getByRole("button", { name: "Subir y comprobar" }).click();
      await expect(page.getByRole("alert").getByRole("listitem")).toContainText(["Elija el archivo zip"]);
      expect(await loads()).not.toContain("tabla-suelta.csv");
      expect(await loads()).not.toContain("vacio.zip");
    });

    test("un paquete al que le falta algo se rechaza entero, con su motivo", async ({ page }) => {
      test.setTimeout(90_000);
      const { "cargos.csv": _left, ...files } = smallPackage(995_001);
      await upload(page, zipOf(files, "incompleto.zip"));
      await expect(page.getByRole("status")).toContainText("cargos.csv", WORK);
      await expect(page.getByRole("status")).toContainText("El paquete se rechazó entero");
      await expect(page.getByRole("status").getByRole("link", { name: "suba otro paquete" })).toBeVisible();
    });
  });

test("un archivo de 30 MB llega entero", async ({ page }) => {
  test.setTimeout(90_000);
  const buffer = Buffer.concat([Buffer.from("PK\u0003\u0004"), randomBytes(30 * 1024 ** 2 - 4)]);
  await upload(page, { name: "grande.zip", mimeType: "application/zip", buffer });
  await expect(page).toHaveURL(LOAD, WORK);
  await expect(page.getByRole("main")).toContainText(/30\sMB/);
  await expect(page.getByRole("status")).toContainText("El paquete se rechazó entero", WORK);
});

test("quien se arrepiente a tiempo la descarta antes de que se compruebe o publique", async ({ page }) => {
  test.setTimeout(90_000);
  await upload(page, zipOf(smallPackage(996_001), "arrepentida.zip"));
  await expect(page.getByRole("button", { name: "Descartar" })).toBeVisible(WORK);
  await expect(page.getByRole("button", { name: "Publicar" })).toBeVisible(WORK);
  const twice = await page.context().newPage();
  await twice.goto(page.url());
  await page.getByRole("button", { name: "Descartar" }).click();
  await expect(page.getByRole("status")).toContainText("se descartó");
  await twice.getByRole("button", { name: "Publicar" }).click();
  await expect(twice.getByRole("alert").filter({ hasText: "Hay un problema" })).toContainText(
    "ya no está como la vio",
  );
});

const FORM = "multipart/form-data; boundary=frontera";
const part = (name: string) =>
  `--frontera\r\nContent-Disposition: form-data; name="paquete"; filename="${name}"\r\nContent-Type: application/zip\r\n\r\n`;

test("solo la administración puede subir: a los demás se les dice sin mirar el archivo", async () => {
  for (const [as, status] of [
    ["nobody", 303],
    ["customer", 403],
    ["desk", 403],
  ] as const)
    expect(
      (await ask("/mesa/cargas/archivo", { as, method: "POST", headers: { "content-type": FORM } })).status,
    ).toBe(status);
});

/** Sends the pieces to the upload's address, one a second; what the portal answers before it hangs up. */
async function slowly(length: number, pieces: readonly string[]) {
  const { hostname, port, host, origin } = new URL(process.env["PORTAL_URL"] ?? "");
  const socket = connect(Number(port), hostname);
  let answer = "";
  socket.setEncoding("utf8").on("data", (text: string) => (answer += text));
  socket.on("error", () => {});
  const closed = new Promise((resolve) => socket.once("close", resolve));
  const cookie = cookieOf("administrator");
  socket.write(
    `POST /mesa/cargas/archivo HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nCookie: ${cookie}\r\nContent-Type: ${FORM}\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n`,
  );
  for (const piece of pieces) {
    socket.write(piece);
    await wait(1_000);
  }
  await closed;
  return answer;
}

test("una línea lenta puede tardar, pero lo que se queda quieto se corta", async () => {
  test.setTimeout(90_000);
  const end = "\r\n--frontera--\r\n";
  const name = part("lento.zip");
  const trickle = ["PK\u0003\u0004", ...Array<string>(27).fill("x".repeat(100))];
  const whole = name.length + 4 + 2_700 + end.length;
  const [slow, stalled] = await Promise.all([
    slowly(whole, [name, ...trickle, end]),
    slowly(whole, [name, "PK\u0003\u0004", "xxxx"]),
  ]);
  expect(slow).toMatch(/^HTTP\/1\.1 303 [^]*\nlocation: \/mesa\/cargas\/[0-9a-f-]{36}\r\n/i);
  expect(stalled).toMatch(/^HTTP\/1\.1 408 /);
});

test("la plantilla, el ejemplo y los esquemas se bajan", async ({ page }) => {
  await page.goto("/mesa/cargas");
  for (const [link, name] of [
    ["Plantilla vacía (zip)", "plantilla-empalme.zip"],
    ["Paquete de una empresa ficticia, lleno (zip)", "paquete-demostracion.zip"],
  ] as const) {
    const { name: saved, bytes } = await takenAlong(page, link);
    expect(saved).toBe(name);
    expect(bytes.subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004");
    expect(bytes.includes("datapackage.json")).toBe(true);
  }
  const schema = JSON.parse(
    (await ask("/mesa/cargas/esquema/boletas", { as: "administrator" })).body.toString(),
  ) as {
    primaryKey: string[];
  };
  expect(schema.primaryKey).toEqual(["suministro", "periodo", "documento"]);
  expect((await ask("/mesa/cargas/esquema/nada", { as: "administrator" })).status).toBe(404);
});

test("la plantilla, tal como se baja, es un paquete que el portal lee", async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto("/mesa/cargas");
  const { bytes } = await takenAlong(page, "Plantilla vacía (zip)");
  await upload(page, { name: "plantilla.zip", mimeType: "application/zip", buffer: bytes });
  await expect(page.getByRole("status")).toContainText("No hay nada que cambiar", WORK);
});
