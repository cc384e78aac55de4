import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadPackage } from "../../../lib/loading/commands.ts";
import { RESOURCE_NAMES } from "../../../lib/loading/model.ts";
import { freshDatabase } from "../../support/database.ts";
import { isPlainSpanish, isRefused, within } from "../../support/hostile.ts";
import { startLoader } from "../../support/loader-process.ts";
import {
  aPackage,
  countOf,
  descriptor,
  GOOD,
  loading,
  packageFiles,
  temporaryFolder,
  type PackageFiles,
} from "../../support/packages.ts";

const database = await freshDatabase();
const { url } = database;
const HEADER = "documento,nombre,correo,telefono\n";
const only = (content: string | Buffer) => ({
  "datapackage.json": descriptor(["titulares"]),
  "titulares.csv": content,
});
const refused = (content: string | Buffer, refusal: RegExp) =>
  isRefused(database, aPackage(only(content)), refusal);
const checked = (files: PackageFiles) =>
  within(() => loadPackage(loading(url), aPackage(files), { dryRun: true }));

describe("a file", () => {
  const utf16 = Buffer.from(`\ufeff${GOOD.titulares}`, "utf16le");
  test.each<[string, string | Buffer, RegExp]>([
    ["in UTF-16", utf16, /UTF-8/],
    ["in UTF-16 of the other order", Buffer.from(utf16).swap16(), /UTF-8/],
    ["in UTF-16 without a mark", Buffer.from(GOOD.titulares, "utf16le"), /nulo|UTF-8/],
    [
      "with a surrogate written as UTF-8",
      Buffer.concat([Buffer.from(HEADER), Buffer.from([0xed, 0xa0, 0x80])]),
      /UTF-8/,
    ],
    ["with line ends of old Macs", GOOD.titulares.replaceAll("\n", "\r"), /columna|encabezado/],
    ["of one mark and nothing else", "\ufeff", /vacío|columna/],
    ["of blank lines", "\n\n\r\n\n", /vacío|columna/],
    ["with 10,000 columns", `${Array.from({ length: 10_000 }, (_, at) => `c${at}`).join(",")}\n`, /columna/],
    ["with the names of Object's own", "__proto__,constructor,toString,hasOwnProperty\n", /columna/],
    ["with control characters in its header", "documento,nombre\u001b[2J,correo,telefono\n", /columna/],
    ["whose last quote is never closed", `${HEADER}12345678-5,"Elena`, /comilla/],
  ])("%s is refused", async (_what, content, refusal) => {
    await refused(content, refusal);
  });

  test.each([
    ["one bare line", "a", /64 KiB/],
    ["one quoted line", '"a', /64 KiB|comilla/],
    ["two hundred megabytes of quoted line ends", '"\n', /64 KiB|comilla/],
  ])("of 200 MB that is %s is refused without being kept in memory", async (_what, start, refusal) => {
    const folder = aPackage(only(""));
    const file = openSync(join(folder, "titulares.csv"), "w");
    writeSync(file, HEADER + start);
    const megabyte = Buffer.alloc(1_000_000, start.at(-1));
    for (let written = 0; written < 200; written++) writeSync(file, megabyte);
    closeSync(file);
    await isRefused(database, folder, refusal);
  });

  test("with nothing but its header has no rows, and that is no fault", async () => {
    const files = packageFiles();
    for (const name of RESOURCE_NAMES) {
      const file = files[`${name}.csv`];
      if (typeof file === "string") files[`${name}.csv`] = file.slice(0, file.indexOf("\n") + 1);
    }
    const report = await checked(files);
    expect(report).toMatchObject({ status: "published", refusal: null, rejections: [] });
    expect(report.counts.map(({ read }) => read)).toEqual(report.counts.map(() => 0));
  });

  test("of two exports one after the other rejects the second header, mark and all", async () => {
    const report = await checked(only(`${GOOD.titulares}\ufeff${HEADER}1000000-9,Otra,,\n`));
    expect(countOf(report, "titulares")).toMatchObject({ read: 4, accepted: 3, rejected: 1 });
    expect(report.rejections).toMatchObject([{ line: 4, column: "documento" }]);
  });

  test("with a row of 10,000 cells rejects that row alone", async () => {
    const report = await checked(only(`${GOOD.titulares}${",".repeat(9999)}\n1000000-9,Otra,,\n`));
    expect(countOf(report, "titulares")).toMatchObject({ read: 4, accepted: 3, rejected: 1 });
    expect(report.rejections).toMatchObject([{ line: 4, column: null }]);
    expect(report.rejections[0]?.reason).toMatch(/10.?000 datos/);
  });

  test("with line breaks inside quotes names the line on which a later row begins", async () => {
    const rows = '1000000-9,"Uno\r\ndos\n\ntres",,\r\n\r\n\n12345678-9,Mal,,\r\n';
    const report = await checked(only(HEADER + rows));
    expect(report.rejections.map(({ line, column }) => [line, column])).toEqual([
      [2, "nombre"],
      [8, "documento"],
    ]);
  });
});

const NUMBERS = [
  "1e5",
  "NaN",
  "Infinity",
  "-Infinity",
  "+5",
  "1_000",
  "٣",
  "0x10",
  "1 000",
  "\u22125",
  "5.",
  ".5",
  "--5",
]
  .concat([
    "1'000",
    "$5",
    "5-",
    "1.2.3",
    "1.234",
    "9".repeat(15),
    "9".repeat(40_000),
    "null",
    "S/I",
    "true",
    "½",
    "０",
    "\u200b5",
    "-",
  ])
  .concat(["5\u00000".replace("\u0000", "\u0001"), "1d", "1f", "0b1", "1n", "=1+1"]);
const DATES = [
  "2020-02-30",
  "today",
  "now",
  "infinity",
  "epoch",
  "yesterday",
  "01-02-2020",
  "2020-2-3",
  "20200203",
  "2020-02-03T00:00",
]
  .concat([
    "0000-00-00",
    "2020-13-01",
    "2020-00-01",
    "10000-01-01",
    "2019-02-29",
    "٢٠٢٠-٠١-٠١",
    "2020/01/01",
    "2020-01-01 ; x",
  ])
  .concat(["-2020-01-01", "2020-01-01 BC", "J2451187", "2020-W01-1", "1899-12-31", "2100-02-29", "43831"]);
const PERIODS = [
  "2020-00",
  "2020-13",
  "202001",
  "2020-1",
  "2020-01-01",
  "enero 2020",
  "٢٠٢٠-٠١",
  "20-01",
  "2020_01",
];

const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;
const isRejected = async (files: PackageFiles, expected: [column: string, values: readonly string[]]) => {
  const [column, values] = expected;
  const report = await checked(files);
  const found = report.rejections.filter((row) => row.column === column);
  expect(found.map(({ line }) => line)).toEqual(values.map((_, at) => at + 2));
  expect(found.map(({ value }) => value)).toEqual(values.map((value) => value.slice(0, 200)));
  for (const { reason, remedy } of found) {
    isPlainSpanish(reason);
    isPlainSpanish(remedy);
  }
};

const supplies = { "titulares.csv": GOOD.titulares, "suministros.csv": GOOD.suministros };
const payments = (rows: string): PackageFiles => ({
  ...supplies,
  "datapackage.json": descriptor(["titulares", "suministros", "pagos"]),
  "pagos.csv": `suministro,pago,fecha,monto,documento,medio\n${rows}`,
});

test("what is no number for a person or a bank is none here, with its row named", async () => {
  const rows = NUMBERS.map((value, at) => `100,P${at},2020-01-31,${quoted(value)},,\n`);
  await isRejected(payments(rows.join("")), ["monto", NUMBERS]);
});

test("what PostgreSQL or JavaScript would take for a day is none unless it is written as one", async () => {
  const rows = DATES.map((value, at) => `100,P${at},${quoted(value)},5,,\n`);
  await isRejected(payments(rows.join("")), ["fecha", DATES]);
});

test("a month is a year and a month", async () => {
  const rows = PERIODS.map((value) => `100,M1,${quoted(value)},sin_lectura,,\n`);
  const files = {
    ...supplies,
    "datapackage.json": descriptor(["titulares", "suministros", "medidores", "lecturas"]),
    "medidores.csv": GOOD.medidores,
    "lecturas.csv": `suministro,medidor,periodo,tipo,fecha,lectura_kwh\n${rows.join("")}`,
  };
  await isRejected(files, ["periodo", PERIODS]);
});

const STRANGE = [
  "\\N",
  "\\.",
  "\\",
  "\\x41",
  "\\t",
  "'; DROP TABLE bill; --",
  '"comillas"',
  "{}",
  '{"a":1}',
  "\\u0000",
  "$1",
  "%s",
].concat([
  "<script>alert(1)</script>",
  "=HYPERLINK(0)",
  "🌳 notro",
  "ñandú",
  "null",
  "NULL",
  "__proto__",
  "a,b",
  "\u00e1",
  "𝔘",
  "'",
  "`",
]);

test("what means something to COPY, SQL or JSON is kept to the letter, as name and as glosa", async () => {
  const { url: other, pool: kept } = await freshDatabase();
  const bodies = STRANGE.map((_, at) => 1_000_000 + at);
  const { rutCheckDigit } = await import("../../../lib/jurisdiction/cl/rut.ts");
  const holders = STRANGE.map(
    (name, at) => `${bodies[at]}-${rutCheckDigit(String(bodies[at]))},${quoted(name)},,\n`,
  );
  const charges = STRANGE.map(
    (glosa, at) => `100,2020-01,B1,${at + 1},${quoted(glosa)},,${quoted(glosa.slice(0, 9))},,0,SI\n`,
  );
  const report = await loadPackage(
    loading(other),
    aPackage({
      "datapackage.json": descriptor(["titulares", "suministros", "boletas", "cargos"]),
      "titulares.csv": HEADER + holders.join(""),
      "suministros.csv": GOOD.suministros,
      "boletas.csv": `${GOOD.boletas.split("\n", 1)[0]}\n100,2020-01,B1,,,2020-01-31,,2020-01-01,2020-01-30,,0,0,0,0,,\n`,
      "cargos.csv": `${GOOD.cargos.split("\n", 1)[0]}\n${charges.join("")}`,
    }),
  );
  expect(report).toMatchObject({ status: "published", rejections: [] });
  const names = await kept.query<{ name: string }>("SELECT name FROM customer ORDER BY identity_number");
  expect(names.rows.map(({ name }) => name)).toEqual(STRANGE);
  const { rows } = await kept.query<{ items: unknown }>("SELECT line_items AS items FROM bill");
  const text = JSON.stringify(rows[0]?.items);
  for (const glosa of STRANGE) expect(text).toContain(JSON.stringify(glosa));
});

test("every cell in quotes, or Windows line ends, changes nothing of what was loaded without", async () => {
  const { url: other } = await freshDatabase();
  const plain = packageFiles();
  await loadPackage(loading(other), aPackage(plain));
  const dressed = Object.entries(plain).map(([path, content]): [string, string | Buffer | null] => {
    if (!path.endsWith(".csv") || typeof content !== "string") return [path, content];
    // The texts of the good package hold no quotes but those of one cell with a comma.
    const lines = content
      .trimEnd()
      .split("\n")
      .map((line) => (line.includes('"') ? line : line.split(",").map(quoted).join(",")));
    return [path, `\ufeff${lines.join("\r\n")}\r\n`];
  });
  const report = await loadPackage(loading(other), aPackage(Object.fromEntries(dressed)));
  for (const count of report.counts)
    expect(count).toMatchObject({ inserted: 0, updated: 0, deleted: 0, rejected: 0 });
});

test("a quarter of a million wrong rows are counted and kept, every one, in bounded memory", async () => {
  const ROWS = 250_000;
  const folder = aPackage(only(""));
  const file = openSync(join(folder, "titulares.csv"), "w");
  writeSync(file, HEADER);
  for (let from = 0; from < ROWS; from += 10_000)
    writeSync(file, Array.from({ length: 10_000 }, (_, at) => `x${from + at},=1+1,mal,\n`).join(""));
  closeSync(file);
  const { url: other, pool: kept } = await freshDatabase();
  const rejected = join(temporaryFolder(), "filas.csv");
  const loader = startLoader(folder, {
    databaseUrl: other,
    dataDir: temporaryFolder(),
    args: ["--rejected", rejected],
  });
  const { code, report, peakBytes, seconds, said } = await loader.ended;
  expect([code, said]).toEqual([1, ""]);
  expect(report?.counts).toMatchObject([{ read: ROWS, accepted: 0, rejected: ROWS }]);
  const { rows } = await kept.query(
    "SELECT count(*)::integer AS rows, count(DISTINCT line)::integer AS lines FROM rejected_row",
  );
  expect(rows).toEqual([{ rows: ROWS, lines: ROWS }]);
  const lines = readFileSync(rejected, "utf8").trimEnd().split("\n");
  expect(lines).toHaveLength(ROWS + 1);
  console.log(`${ROWS} wrong rows: ${seconds.toFixed(1)} s, ${(peakBytes / 1e6).toFixed(0)} MB`);
  expect(peakBytes / 1e6).toBeLessThan(512);
}, 120_000);

test("a rejected value is cut between characters, not within one", async () => {
  const long = `${"x".repeat(199)}😀${"x".repeat(300)}`;
  const report = await loadPackage(loading(url), aPackage(only(`${HEADER}12345678-5,Nombre,${long},\n`)), {
    dryRun: true,
  });
  expect(report.rejections).toMatchObject([{ column: "correo", value: `${"x".repeat(199)}\ufffd` }]);
});

test("a rejected value that a spreadsheet would calculate is a text in the file of rejected rows", async () => {
  const rejected = join(temporaryFolder(), "filas.csv");
  const rows = ["=1+1", "+1+1", "@SUM(A1)", "-1+1"].map((value) => `${quoted(value)},Nombre,,\n`);
  await loadPackage(loading(url), aPackage(only(HEADER + rows.join(""))), {
    dryRun: true,
    rejectedFile: rejected,
  });
  const text = readFileSync(rejected, "utf8");
  expect(text).toContain("1+1");
  expect(text).not.toMatch(/(^|[,;"])[=+@-]/m);
});
