import { expect, test } from "vitest";
import { loadPackage } from "../../../lib/loading/commands.ts";
import { REJECTIONS_REPORTED, type LoadReport } from "../../../lib/loading/model.ts";
import { freshDatabase } from "../../support/database.ts";
import {
  aPackage,
  countOf,
  descriptor,
  GOOD,
  loading,
  packageFiles,
  type PackageFiles,
} from "../../support/packages.ts";

const { pool, url } = await freshDatabase();
const check = (changes: PackageFiles) =>
  loadPackage(loading(url), aPackage(packageFiles(changes)), { dryRun: true });

/** The good file of a resource with one text replaced. */
function edited(name: keyof typeof GOOD, from: string, to: string) {
  const content = GOOD[name];
  if (!content.includes(from)) throw new Error(`${name} has no ${from}`);
  return { [`${name}.csv`]: content.replace(from, to) };
}
const rejectedIn = ({ rejections }: LoadReport) =>
  rejections.map(({ file, line, column, value }) => [file, line, column, value]);

function isAccountedFor(report: LoadReport) {
  expect(report.status).toBe("published");
  for (const count of report.counts) expect(count.accepted + count.rejected).toBe(count.read);
}

test.each([
  [
    "a wrong check digit",
    edited("titulares", "12.345.678-5", "12.345.678-9"),
    [2, "documento", "12.345.678-9"],
    /RUT/,
  ],
  [
    "two mails",
    edited("titulares", "elena@correo.example", "a@b.example; c@d.example"),
    [2, "correo", "a@b.example; c@d.example"],
    /correo/,
  ],
  [
    "a text of two lines",
    edited("titulares", "Elena Paredes", '"Elena\nParedes"'),
    [2, "nombre", "Elena\nParedes"],
    /salto de línea/,
  ],
  ["a missing name", edited("titulares", "Elena Paredes", " "), [2, "nombre", ""], /obligatorio/],
  ["a number too many", edited("titulares", "Elena Paredes", "Paredes, Elena"), [2, null, null], /5 datos/],
] as const)("%s is named, and who depends on it", async (_what, changes, place, reason) => {
  const report = await check(changes);
  isAccountedFor(report);
  const [first] = report.rejections;
  expect(rejectedIn(report)[0]).toEqual(["titulares.csv", ...place]);
  expect(first?.reason).toMatch(reason);
  expect(first?.remedy).not.toBe("");
  expect(rejectedIn(report).slice(1)).toEqual([
    ["contratos.csv", 2, "titular", "12345678-5"],
    ["contratos.csv", 4, "titular", "12345678-5"],
  ]);
});

test.each([
  [
    "an address-breaking number",
    edited("suministros", "200,Camino 2", "2/00,Camino 2"),
    ["suministros.csv", 3, "suministro"],
    /código/,
  ],
  [
    "an unknown frequency",
    edited("suministros", "Lagos,,2,", "Lagos,,4,"),
    ["suministros.csv", 3, "meses_facturacion"],
    /posibles/,
  ],
  [
    "a decimal comma",
    edited("suministros", "BT1,1,10,", 'BT1,1,"10,5",'),
    ["suministros.csv", 2, "capacidad_empalme_kva"],
    /lleva coma/,
  ],
  [
    "a day that does not exist",
    edited("medidores", "2018-05-01", "2018-02-30"),
    ["medidores.csv", 3, "instalado"],
    /fecha/,
  ],
  [
    "a date written our way",
    edited("medidores", "2018-05-01", "01-05-2018"),
    ["medidores.csv", 3, "instalado"],
    /AAAA-MM-DD/,
  ],
  [
    "a meter removed before it came",
    edited("medidores", "2018-05-01,", "2018-05-01,2018-04-30"),
    ["medidores.csv", 3, "retirado"],
    /anterior/,
  ],
  [
    "a contract that ends before it begins",
    edited("contratos", "2019-12-31", "2014-12-31"),
    ["contratos.csv", 2, "hasta"],
    /anterior/,
  ],
  [
    "an unknown supply",
    edited("contratos", "200,1", "300,1"),
    ["contratos.csv", 4, "suministro"],
    /300 no está/,
  ],
  [
    "an unknown holder",
    edited("contratos", "200,12345678-5", "200,1000000-9"),
    ["contratos.csv", 4, "titular"],
    /1000000-9 no está/,
  ],
  [
    "an unknown meter",
    edited("lecturas", "200,M2", "200,M1"),
    ["lecturas.csv", 4, "medidor"],
    /200, M1 no está/,
  ],
  ["a month 13", edited("lecturas", "2020-02", "2020-13"), ["lecturas.csv", 3, "periodo"], /AAAA-MM/],
  [
    "a value that nobody read",
    edited("lecturas", "sin_lectura,,", "sin_lectura,,0"),
    ["lecturas.csv", 3, "lectura_kwh"],
    /sin_lectura/,
  ],
  [
    "a day on which nobody read",
    edited("lecturas", "sin_lectura,,", "sin_lectura,2020-02-29,"),
    ["lecturas.csv", 3, "fecha"],
    /sin_lectura/,
  ],
  [
    "a reading without value",
    edited("lecturas", "2020-01-30,0", "2020-01-30,"),
    ["lecturas.csv", 4, "lectura_kwh"],
    /Falta el valor/,
  ],
  [
    "a negative register",
    edited("lecturas", "2020-01-30,0", "2020-01-30,-1"),
    ["lecturas.csv", 4, "lectura_kwh"],
    /negativo/,
  ],
  [
    "a charge of no bill",
    { "cargos.csv": `${GOOD.cargos}200,2020-01,B9,1,Otro,,,,1,SI\n` },
    ["cargos.csv", 4, "documento"],
    /archivo de boletas/,
  ],
] as const)(
  "%s is named, and nothing else stays out",
  async (_what, changes, [file, line, column], reason) => {
    const report = await check(changes);
    isAccountedFor(report);
    const of = report.rejections.filter((row) => row.file === file && row.line === line);
    expect(of).toMatchObject([{ column }]);
    expect(of[0]?.reason).toMatch(reason);
    expect(report.rejections.filter((row) => row.file === file)).toHaveLength(1);
  },
);

const bill = "1000,141,190,1331";
test.each([
  ["a total that is not the sum", edited("boletas", bill, "1000,141,190,1332"), "total", /1331/],
  ["an IVA that is not 19 %", edited("boletas", bill, "1000,141,191,1332"), "iva", /es 190/],
  ["an amount with thousands", edited("boletas", bill, "1000,141,190,1.331"), "total", /punto de miles/],
  [
    "a day of issue before every known rate",
    edited("boletas", "2020-01-31", "1999-01-31"),
    "emision",
    /tasa/,
  ],
  ["a last day before the first", edited("boletas", "2019-12-30", "2020-02-01"), "hasta", /anterior/],
  ["a type without folio", edited("boletas", ",1001,", ",,"), "folio", /sólo uno/],
  [
    "taxable charges that do not add up",
    edited("boletas", bill, "1050,141,200,1391"),
    "afecto",
    /suman 1000 y la boleta dice 1050/,
  ],
  [
    "exempt charges that do not add up",
    edited("boletas", bill, "1000,140,190,1330"),
    "exento",
    /suman 141 y la boleta dice 140/,
  ],
] as const)("a bill with %s stays out whole", async (_what, changes, column, reason) => {
  const report = await check(changes);
  isAccountedFor(report);
  expect(report.rejections[0]).toMatchObject({ file: "boletas.csv", line: 2, column });
  expect(report.rejections[0]?.reason).toMatch(reason);
  expect(rejectedIn(report).slice(1)).toEqual([
    ["cargos.csv", 2, "documento", "B1"],
    ["cargos.csv", 3, "documento", "B1"],
  ]);
});

test("a rejected charge keeps its bill and the bill's other charges out", async () => {
  const report = await check(edited("cargos", "141,NO", "141,TAL VEZ"));
  isAccountedFor(report);
  expect(rejectedIn(report)).toEqual([
    ["boletas.csv", 2, "documento", "B1"],
    ["cargos.csv", 2, "afecto", "TAL VEZ"],
    ["cargos.csv", 3, "documento", "B1"],
  ]);
  expect(report.rejections[0]?.reason).toMatch(/línea 2 de cargos/);
});

test("a bill without its charges stays out", async () => {
  const report = await check({ "datapackage.json": descriptor(["suministros", "boletas"]) });
  expect(rejectedIn(report)).toEqual([["boletas.csv", 2, "afecto", "1000"]]);
});

test("rows that share a key all stay out", async () => {
  const report = await check({
    "suministros.csv": `${GOOD.suministros}100,Camino 1,Frutillar,Los Lagos,BT1,1,,,,\n`,
    "cargos.csv": `${GOOD.cargos}100,2020-01,B1,1,Otra vez,,,,1,SI\n`,
  });
  isAccountedFor(report);
  expect(countOf(report, "suministros")).toMatchObject({ read: 3, accepted: 1, rejected: 2 });
  expect(countOf(report, "boletas")).toMatchObject({ read: 2, accepted: 1, rejected: 1 });
  expect(countOf(report, "cargos")).toMatchObject({ read: 3, accepted: 0, rejected: 3 });
  expect(report.rejections[0]?.reason).toMatch(/2 filas.*línea 2/);
});

test("contracts that cross stay out, also with those of the portal", async () => {
  const crossed = await check(edited("contratos", "2019-12-31", "2020-01-01"));
  expect(rejectedIn(crossed)).toEqual([
    ["contratos.csv", 2, "desde", "2015-01-01"],
    ["contratos.csv", 3, "desde", "2020-01-01"],
  ]);

  const { url: other } = await freshDatabase();
  await loadPackage(loading(other), aPackage(packageFiles()));
  // Only the closing of the contract in force made room for the new one; wrong by itself, it takes the new one along.
  const contracts =
    "suministro,titular,desde,hasta\n100,12345678-5,2020-01-01,2019-12-31\n100,12345678-5,2021-01-01,\n";
  const report = await loadPackage(
    loading(other),
    aPackage({ "datapackage.json": descriptor(["contratos"]), "contratos.csv": contracts }),
  );
  isAccountedFor(report);
  expect(rejectedIn(report)).toEqual([
    ["contratos.csv", 2, "hasta", "2019-12-31"],
    ["contratos.csv", 3, "desde", "2021-01-01"],
  ]);
});

test("a folio belongs to one bill, in the package and in the portal", async () => {
  const twice = await check(edited("boletas", "B2,,,", "B2,39,1001,"));
  expect(rejectedIn(twice).slice(0, 2)).toEqual([
    ["boletas.csv", 2, "folio", "1001"],
    ["boletas.csv", 3, "folio", "1001"],
  ]);

  const { url: other } = await freshDatabase();
  await loadPackage(loading(other), aPackage(packageFiles()));
  const taken = await loadPackage(
    loading(other),
    aPackage(
      packageFiles({
        "boletas.csv": GOOD.boletas.replace("B1", "B3"),
        "cargos.csv": GOOD.cargos.replaceAll("B1", "B3"),
      }),
    ),
  );
  expect(taken.rejections[0]).toMatchObject({ file: "boletas.csv", line: 2, column: "folio", value: "1001" });
  expect(taken.rejections[0]?.reason).toMatch(/100, 2020-01, B1/);
});

test("all that stays out is kept with the load; the report tells the first", async () => {
  const holders = Array.from({ length: REJECTIONS_REPORTED + 5 }, (_, at) => `x${at},Nombre,,`).join("\n");
  const report = await loadPackage(
    loading(url),
    aPackage({
      "datapackage.json": descriptor(["titulares"]),
      "titulares.csv": `documento,nombre,correo,telefono\n${holders}`,
    }),
  );
  expect(countOf(report, "titulares")).toMatchObject({
    read: REJECTIONS_REPORTED + 5,
    accepted: 0,
    rejected: REJECTIONS_REPORTED + 5,
  });
  const { rows } = await pool.query<{ kept: number; line: number; counts: unknown }>(
    `SELECT count(*)::integer AS kept, min(r.line) AS line, l.counts FROM rejected_row r JOIN load l ON l.id = r.load_id
     WHERE r.file = 'titulares.csv' GROUP BY l.id`,
  );
  expect(report.rejections).toHaveLength(REJECTIONS_REPORTED);
  expect(rows).toEqual([{ kept: REJECTIONS_REPORTED + 5, line: 2, counts: report.counts }]);
});
