import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadPackage } from "../../../lib/loading/commands.ts";
import { PACKAGE_LIMITS } from "../../../lib/loading/package/package-reader.ts";
import { freshDatabase } from "../../support/database.ts";
import {
  aPackage,
  descriptor,
  GOOD,
  loading,
  packageFiles,
  temporaryFolder,
  type PackageFiles,
} from "../../support/packages.ts";
import { writeZip, type ZipEntry } from "../../support/zip.ts";

const { pool, url } = await freshDatabase();

async function isRefused(source: string, refusal: RegExp, limits = PACKAGE_LIMITS) {
  const report = await loadPackage(loading(url), source, { limits });
  expect(report.refusal).toMatch(refusal);
  expect(report).toMatchObject({ status: "refused", counts: [], rejections: [] });
  const { rows } = await pool.query<{ customers: number; refusal: string }>(
    `SELECT (SELECT count(*)::integer FROM customer) AS customers, refusal FROM load ORDER BY started_at DESC, ctid DESC LIMIT 1`,
  );
  expect(rows).toEqual([{ customers: 0, refusal: report.refusal }]);
}

const holders = (content: string | Buffer | null): PackageFiles => ({ "titulares.csv": content });
const bills = (from: string, to: string): PackageFiles => ({ "boletas.csv": GOOD.boletas.replace(from, to) });
const named = (change: object): PackageFiles => ({
  "datapackage.json": JSON.stringify({ ...(JSON.parse(descriptor()) as object), ...change }),
});

test.each<[string, PackageFiles, RegExp]>([
  ["no datapackage.json", { "datapackage.json": null }, /Falta datapackage\.json/],
  ["a datapackage.json that is no JSON", { "datapackage.json": "{" }, /no es JSON/],
  ["another format", named({ empalme: { formato: 2 } }), /formato 1/],
  ["no format", named({ empalme: undefined }), /falta "empalme"/],
  ["no resources", named({ resources: [] }), /vacía/],
  ["no list of resources", named({ resources: undefined }), /falta la lista/],
  [
    "an unknown resource",
    named({ resources: [{ name: "facturas", path: "facturas.csv" }] }),
    /«facturas» no es un recurso/,
  ],
  [
    "a file outside",
    named({ resources: [{ name: "titulares", path: "../titulares.csv" }] }),
    /dentro del paquete/,
  ],
  [
    "an absolute path",
    named({ resources: [{ name: "titulares", path: "/etc/passwd" }] }),
    /dentro del paquete/,
  ],
  [
    "another encoding",
    named({ resources: [{ name: "titulares", path: "titulares.csv", encoding: "latin1" }] }),
    /UTF-8/,
  ],
  [
    "a resource twice",
    named({ resources: [1, 2].map((at) => ({ name: "titulares", path: `t${at}.csv` })) }),
    /dos veces/,
  ],
  ["a missing file", holders(null), /Falta el archivo titulares\.csv/],
  ["an empty file", holders(""), /titulares\.csv está vacío/],
  ["a missing column", holders("documento,nombre,correo\n"), /falta la columna «telefono»/],
  ["an extra column", holders("documento,nombre,correo,telefono,giro\n"), /«giro» no es de titulares/],
  ["a repeated header", holders("documento,nombre,correo,telefono,correo\n"), /«correo» aparece dos veces/],
  ["semicolons", holders("documento;nombre;correo;telefono\n"), /punto y coma/],
  [
    "Latin-1 under a UTF-8 label",
    holders(Buffer.from("documento,nombre,correo,telefono\n12345678-5,Muñoz,,\n", "latin1")),
    /UTF-8/,
  ],
  [
    "a character cut at the end",
    holders(Buffer.concat([Buffer.from(GOOD.titulares), Buffer.from([0xc3])])),
    /UTF-8/,
  ],
  ["a NUL", bills("286", "28\u0000"), /boletas\.csv, línea 2: trae un carácter nulo/],
  [
    "a quote that is not closed",
    bills("100,2020", '"100,2020'),
    /boletas\.csv, cerca de la línea \d+: hay una comilla/,
  ],
  ["a quote in the middle", bills("B1", 'B"1'), /línea 2: hay una comilla fuera de lugar/],
  ["an endless row", bills("B1", "B".repeat(70_000)), /línea 2: una fila pasa de 64 KiB/],
])("%s refuses the package and publishes nothing", async (_what, changes, refusal) => {
  await isRefused(aPackage(packageFiles(changes)), refusal);
});

test("every file that cannot be read is named, and every total that differs", async () => {
  const { resources } = JSON.parse(descriptor()) as { resources: { name: string; path: string }[] };
  const wrong = { ...holders("documento;nombre\n"), "pagos.csv": "suministro,pago\n" };
  await isRefused(aPackage(packageFiles(wrong)), /^titulares\.csv: .*\npagos\.csv: falta la columna/);
  const controlled = resources.map((resource) =>
    ["titulares", "pagos"].includes(resource.name) ? { ...resource, control: { filas: 9 } } : resource,
  );
  const differing = aPackage(packageFiles(named({ resources: controlled })));
  await isRefused(differing, /^titulares\.csv no cuadra .*\npagos\.csv no cuadra/);
});

test("a symbolic link in a folder is not followed", async () => {
  const folder = aPackage(packageFiles(holders(null)));
  const outside = join(temporaryFolder(), "titulares.csv");
  writeFileSync(outside, GOOD.titulares);
  symlinkSync(outside, join(folder, "titulares.csv"));
  await isRefused(folder, /enlace simbólico/);
});

test("a package that is not there is refused", async () => {
  await isRefused(join(temporaryFolder(), "nada.zip"), /No existe/);
});

const entries = (...more: ZipEntry[]): ZipEntry[] => {
  const whole = Object.entries(packageFiles()).map(([name, content]) => ({ name, content: content ?? "" }));
  return [...whole.filter(({ name }) => !more.some((entry) => entry.name === name)), ...more];
};
const titulares = { name: "titulares.csv", content: GOOD.titulares };

test.each<[string, ZipEntry[], RegExp]>([
  ["climbs out of its folder", entries({ name: "../fuera.csv", content: "" }), /dañado/],
  ["has an absolute name", entries({ name: "/fuera.csv", content: "" }), /dañado/],
  [
    "holds a link",
    entries({ ...titulares, content: "/etc/passwd", mode: 0o120777 }),
    /enlace simbólico: titulares/,
  ],
  ["has a password", entries({ ...titulares, encrypted: true }), /contraseña/],
  ["repeats a file", [...entries(), titulares], /dos veces titulares/],
  ["declares less than it holds", entries({ ...titulares, declaredSize: 10 }), /dañado/],
  ["declares more than it holds", entries({ ...titulares, declaredSize: 10_000 }), /dañado/],
  ["was altered", entries({ ...titulares, checksum: 1 }), /suma de comprobación/],
  ["declares too much", entries({ ...titulares, declaredSize: 2 ** 31 }), /tamaño permitido/],
  [
    "holds too many files",
    Array.from({ length: 300 }, (_, at) => ({ name: `${at}.csv`, content: "" })),
    /más de 200/,
  ],
])("a zip that %s is refused", async (_what, content, refusal) => {
  const zip = writeZip(join(temporaryFolder(), "malo.zip"), content);
  await isRefused(zip, refusal, { entries: 200, packed: 2 ** 20, unpacked: 2 ** 20 });
});

test("a file that is no zip, or a cut one, is refused", async () => {
  const whole = writeZip(join(temporaryFolder(), "entero.zip"), entries());
  await isRefused(aPackageFile("no soy un zip"), /dañado o no es un zip/);
  await isRefused(aPackageFile(""), /dañado o no es un zip/);
  const { readFileSync } = await import("node:fs");
  await isRefused(aPackageFile(readFileSync(whole).subarray(0, 900)), /dañado o no es un zip/);
});

test("a package larger than allowed is refused before it is unpacked", async () => {
  const limits = { entries: 100, packed: 1000, unpacked: 1000 };
  await isRefused(writeZip(join(temporaryFolder(), "grande.zip"), entries()), /El zip pasa de/, limits);
  await isRefused(aPackage(packageFiles()), /desempaquetado, pasa de/, limits);
});

function aPackageFile(content: string | Buffer): string {
  const path = join(temporaryFolder(), "paquete.zip");
  writeFileSync(path, content);
  return path;
}
