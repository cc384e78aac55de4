import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadPackage } from "../../../lib/loading/commands.ts";
import { freshDatabase } from "../../support/database.ts";
import { isPlainSpanish, isRefused, within } from "../../support/hostile.ts";
import { startLoader } from "../../support/loader-process.ts";
import { aPackage, descriptor, GOOD, loading, temporaryFolder } from "../../support/packages.ts";
import { bomb, writeZip, type ZipEntry } from "../../support/zip.ts";

const database = await freshDatabase();
const refused = (source: string, refusal: RegExp) => isRefused(database, source, refusal);

const small = { "datapackage.json": descriptor(["titulares"]), "titulares.csv": GOOD.titulares };
const zipOf = (entries: ZipEntry[]) => writeZip(join(temporaryFolder(), "paquete.zip"), entries);
const withMore = (more: ZipEntry[]) => {
  const good = Object.entries(small).map(([name, content]): ZipEntry => ({ name, content }));
  const names = new Set(more.map(({ name }) => name));
  return zipOf([...good.filter(({ name }) => !names.has(name)), ...more]);
};
const HEADER = "documento,nombre,correo,telefono\n";
const MIB = 1024 ** 2;

describe("a zip", () => {
  test("of 100,000 entries is refused", async () => {
    const packed = Buffer.from([3, 0]);
    const names = Array.from({ length: 100_000 }, (_, at) => `documentos/${at}.pdf`);
    await refused(withMore(names.map((name) => ({ name, content: "", packed }))), /más de 10.?000 archivos/);
  });

  test("that owns up to 18 GiB is refused before anything is unpacked", async () => {
    const packed = bomb(3 * 1024, "a");
    const entry = (at: number) => ({ name: `${at}.csv`, content: "", packed, declaredSize: 3 * 1024 * MIB });
    await refused(withMore([1, 2, 3, 4, 5, 6].map(entry)), /desempaquetado, pasa/);
  });

  test.each([
    [
      "declares a kilobyte and unpacks to 17 GiB of rows",
      bomb(17 * 1024, "1-9,Nadie,,\n", HEADER),
      1000,
      /zip/,
    ],
    [
      "declares and unpacks to 3 GiB without a line end",
      bomb(3 * 1024, "a", HEADER),
      3 * 1024 * MIB + HEADER.length,
      /64 KiB/,
    ],
    ["declares and unpacks to 3 GiB of nothing", bomb(3 * 1024, "\0"), 3 * 1024 * MIB, /nulo|64 KiB/],
    [
      "declares and unpacks to 3 GiB of quotes",
      bomb(3 * 1024, '"', HEADER),
      3 * 1024 * MIB + HEADER.length,
      /64 KiB|comilla/,
    ],
    ["declares 2 GiB and unpacks to a few bytes", bomb(1, "1-9,Nadie,,\n", HEADER), 2048 * MIB, /zip/],
  ])("that %s is refused", async (_what, packed, declaredSize, refusal) => {
    await refused(withMore([{ name: "titulares.csv", content: "", packed, declaredSize }]), refusal);
  });

  test("in the place of a file is not unpacked in turn", async () => {
    const inner = Buffer.from("PK\x03\x04\x14\x00\x00\x08\x08\x00".padEnd(1000, "\0"), "latin1");
    await refused(withMore([{ name: "titulares.csv", content: inner }]), /nulo|UTF-8/);
  });

  test.each<[string, ZipEntry]>([
    ["climbs with backslashes", { name: "..\\..\\fuera.csv", content: "" }],
    ["climbs from within", { name: "documentos/../../fuera.csv", content: "" }],
    ["has a drive letter", { name: "C:\\fuera.csv", content: "" }],
    ["has a drive letter and a slash", { name: "C:/fuera.csv", content: "" }],
    ["is a share of the network", { name: "\\\\servidor\\fuera.csv", content: "" }],
    ["is a link for a folder", { name: "documentos", content: "/etc", mode: 0o120777 }],
    ["is a link for a tax document", { name: "dte/1.xml", content: "/etc/passwd", mode: 0o120777 }],
  ])("with a name that %s is refused", async (_what, entry) => {
    await refused(withMore([entry]), /zip/);
  });

  // What nobody names is not read; it may be refused, but it must not get in the way of what is right, or get in.
  test.each<[string, ZipEntry[]]>([
    ["65,535 bytes long", [{ name: "n".repeat(65_535), content: "" }]],
    ["not UTF-8", [{ name: Buffer.from([0x61, 0xff, 0xfe, 0x2e, 0x63, 0x73, 0x76]), content: "" }]],
    ["with control characters", [{ name: "a\u001b[2Jb\r\n.csv", content: "" }]],
    ["with a NUL", [{ name: "titulares.csv\0.txt", content: "otro" }]],
    ["nothing at all", [{ name: "", content: "otro" }]],
    ["the same but for its case", [{ name: "TITULARES.CSV", content: "otro" }]],
    ["the same but for its accents' form", [{ name: "titula\u0301res.csv", content: "otro" }]],
    ["below a file", [{ name: "titulares.csv/otro.csv", content: "otro" }]],
    ["of a device", [{ name: "documentos/disco", content: "otro", mode: 0o060644 }]],
    ["of a pipe", [{ name: "documentos/tubo", content: "otro", mode: 0o010644 }]],
  ])("with a name that is %s publishes what is named, or nothing", async (_what, more) => {
    const { url, pool } = database;
    await pool.query("TRUNCATE customer, load CASCADE");
    const report = await within(() => loadPackage(loading(url), withMore(more)));
    for (const sentence of [report.refusal ?? "Nada.", ...report.notices]) isPlainSpanish(sentence);
    const { rows } = await pool.query<{ name: string }>("SELECT name FROM customer ORDER BY 1");
    const named = [{ name: "Elena Paredes" }, { name: "Lechería Los Tilos, Ltda." }];
    expect(rows).toEqual(report.status === "published" ? named : []);
  });

  test("with a folder in the place of a file is refused", async () => {
    await refused(
      zipOf([
        { name: "datapackage.json", content: small["datapackage.json"] },
        { name: "titulares.csv/", content: "" },
      ]),
      /Falta el archivo titulares\.csv/,
    );
  });

  test("of two packages is refused", async () => {
    const entries = ["a/", "b/"].flatMap((folder) =>
      Object.entries(small).map(([name, content]) => ({ name: folder + name, content })),
    );
    await refused(zipOf(entries), /datapackage\.json/);
  });
});

describe("a folder", () => {
  const folderWith = (make: (path: (name: string) => string) => void, names = ["titulares.csv"]) => {
    const folder = aPackage(small);
    for (const name of names) rmSync(join(folder, name), { recursive: true, force: true });
    make((name) => join(folder, name));
    return folder;
  };
  const pipe = (path: string) => execFileSync("mkfifo", [path]);

  test.each<[string, string, RegExp]>([
    ["a folder for a file", folderWith((at) => mkdirSync(at("titulares.csv"))), /no es un archivo/],
    ["a pipe for a file", folderWith((at) => pipe(at("titulares.csv"))), /no es un archivo/],
    ["a link to a device", folderWith((at) => symlinkSync("/dev/zero", at("titulares.csv"))), /enlace/],
    ["a link to nothing", folderWith((at) => symlinkSync("/nada", at("titulares.csv"))), /enlace|Falta/],
    [
      "a link to itself",
      folderWith((at) => symlinkSync("titulares.csv", at("titulares.csv"))),
      /enlace|Falta/,
    ],
    [
      "a folder for datapackage.json",
      folderWith((at) => mkdirSync(at("datapackage.json")), ["datapackage.json"]),
      /no es un archivo/,
    ],
    [
      "a pipe for datapackage.json",
      folderWith((at) => pipe(at("datapackage.json")), ["datapackage.json"]),
      /no es un archivo/,
    ],
    [
      "a link for datapackage.json",
      folderWith((at) => symlinkSync("/etc/passwd", at("datapackage.json")), ["datapackage.json"]),
      /enlace/,
    ],
    [
      "a link for the tax documents' folder",
      folderWith((at) => symlinkSync("/etc", at("dte")), []),
      /enlace/,
    ],
    [
      "a link for a tax document",
      folderWith((at) => (mkdirSync(at("dte")), symlinkSync("/etc/passwd", at("dte/1.xml"))), []),
      /enlace/,
    ],
    [
      "a pipe for a tax document",
      folderWith((at) => (mkdirSync(at("dte")), pipe(at("dte/1.xml"))), []),
      /no es un archivo/,
    ],
  ])("with %s is refused", async (_what, folder, refusal) => {
    await refused(folder, refusal);
  });

  test("with a socket for a file is refused", async () => {
    const folder = folderWith(() => {});
    const server = createServer().listen(join(folder, "titulares.csv"));
    await new Promise((listening) => server.once("listening", listening));
    await refused(folder, /no es un archivo/);
    server.close();
  });

  test("behind a linked folder inside it is refused", async () => {
    const outside = aPackage(small);
    const folder = aPackage({
      "datapackage.json": JSON.stringify({
        name: "prueba",
        empalme: { formato: 1 },
        resources: [{ name: "titulares", path: "datos/titulares.csv" }],
      }),
    });
    symlinkSync(outside, join(folder, "datos"));
    await refused(folder, /enlace/);
  });
});

test(
  "a pipe or a device in the place of a package is refused, and nobody waits for it",
  { timeout: 150_000 },
  async () => {
    const pipe = join(temporaryFolder(), "tubo");
    execFileSync("mkfifo", [pipe]);
    for (const source of [pipe, "/dev/zero"]) {
      // In a process of its own: one that waits for ever has the turn.
      const { report } = await startLoader(source, {
        databaseUrl: database.url,
        dataDir: temporaryFolder(),
        stopping: AbortSignal.timeout(60_000),
      }).ended;
      expect(report).toMatchObject({ status: "refused" });
      isPlainSpanish(report?.refusal ?? "");
    }
  },
);

describe("datapackage.json", () => {
  const describedAs = (text: string) => aPackage({ ...small, "datapackage.json": text });
  const entry = '{"name":"titulares","path":"titulares.csv"}';
  const whole = (more: string) => `{"name":"p","empalme":{"formato":1},"resources":[${more}]}`;
  const many = Array.from({ length: 9000 }, (_, at) => `{"name":"recurso${at}","path":"t.csv"}`).join(",");

  test.each([
    ["of more than a mebibyte", whole(entry) + " ".repeat(MIB), /1 MiB/],
    ["of 400,000 levels", `${"[".repeat(400_000)}${"]".repeat(400_000)}`, /datapackage\.json/],
    ["with 9,000 unknown resources", whole(many), /recurso/],
    ["with a resource __proto__", whole('{"name":"__proto__","path":"titulares.csv"}'), /__proto__/],
    ["with a resource constructor", whole('{"name":"constructor","path":"titulares.csv"}'), /constructor/],
    ["with a name of another type", whole('{"name":["titulares"],"path":"titulares.csv"}'), /recurso/],
    ["with itself for a table", whole('{"name":"titulares","path":"datapackage.json"}'), /columna|comilla/],
    [
      "with a path of 300,000 characters",
      whole(`{"name":"titulares","path":"${"a/".repeat(150_000)}b"}`),
      /\./,
    ],
    [
      "with a total of __proto__",
      whole('{"name":"titulares","path":"titulares.csv","control":{"__proto__":"1","constructor":"1"}}'),
      /total de control/,
    ],
    [
      "with an endless total",
      whole('{"name":"titulares","path":"titulares.csv","control":{"filas":1e999}}'),
      /control|filas/,
    ],
    [
      "with another number of rows",
      whole('{"name":"titulares","path":"titulares.csv","control":{"filas":3}}'),
      /filas/,
    ],
    ["that is null", "null", /datapackage\.json/],
    ["that is a list of itself", '{"empalme":{"formato":1},"resources":{"length":1000000000}}', /resources/],
    ["in UTF-16", `\ufeff${whole(entry)}`.split("").join("\0"), /datapackage\.json/],
  ])("%s is refused", async (_what, text, refusal) => {
    await refused(describedAs(text), refusal);
  });

  test("that would change every object changes none", async () => {
    const text = `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},${whole(
      entry.replace("{", '{"__proto__":{"polluted":1},'),
    ).slice(1)}`;
    const { url } = await freshDatabase();
    const report = await loadPackage(loading(url), describedAs(text), { dryRun: true });
    expect(report).toMatchObject({ status: "published", refusal: null });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

test("a hostile name of a folder does not reach the report as it is", async () => {
  const folder = join(temporaryFolder(), "paquete\u001b[2J\n");
  mkdirSync(folder);
  writeFileSync(join(folder, "datapackage.json"), "{");
  await refused(folder, /JSON/);
});
