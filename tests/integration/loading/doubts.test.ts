import { expect, test } from "vitest";
import { loadPackage } from "../../../lib/loading/commands.ts";
import { freshDatabase } from "../../support/database.ts";
import { aPackage, GOOD, loading, packageFiles, type PackageFiles } from "../../support/packages.ts";

const { url } = await freshDatabase();
const noticesOf = async (changes: PackageFiles) => {
  const report = await loadPackage(loading(url), aPackage(packageFiles(changes)), { dryRun: true });
  expect(report).toMatchObject({ status: "published", rejections: [] });
  return report.notices;
};

const readings = (...rows: string[]) => ({
  "lecturas.csv": `suministro,medidor,periodo,tipo,fecha,lectura_kwh\n${rows.join("\n")}\n`,
});
const billOf = (from: string, to: string) => ({ "boletas.csv": GOOD.boletas.replace(from, to) });
const FEBRUARY = "200,M2,2020-02,real,2020-02-28";
const JANUARY = "200,M2,2020-01,real,2020-01-30";

test("a package without doubts has no notice", async () => {
  expect(await noticesOf({})).toEqual([]);
});

test.each<[string, PackageFiles, RegExp[]]>([
  [
    "a point that may stand for thousands",
    readings("100,M1,2020-01,real,2020-01-29,1.225", "100,M1,2020-02,real,2020-02-28,45.500"),
    [/^lecturas\.csv: «lectura_kwh» lleva punto y tres decimales en 2 filas, como 1\.225 en la línea 2:/],
  ],
  [
    "the same in a bill",
    billOf(",286,", ",1.286,"),
    [/^boletas\.csv: «consumo_kwh» .* en 1 fila, como 1\.286/],
  ],
  [
    "a reading of a day to come",
    readings("200,M2,2020-01,real,2031-01-30,5"),
    [/^lecturas\.csv: «fecha» es de un día que todavía no llega en 1 fila, como 2031-01-30 en la línea 2/],
  ],
  [
    "a bill of a day to come",
    billOf("2020-01-31,,2019", "2035-01-31,,2019"),
    [/^boletas\.csv: «emision» .* 2035/],
  ],
  [
    "a payment of a day to come",
    { "pagos.csv": GOOD.pagos.replace("2020-02-20", "2030-02-20") },
    [/^pagos\.csv: «fecha» .* 2030-02-20/],
  ],
  [
    "a reading below the one before, in whatever order they come",
    readings(`${FEBRUARY},90`, `${JANUARY},100`),
    [/^lecturas\.csv: Una lectura es menor que la anterior .* en 1 fila: 90 después de 100, en la línea 2/],
  ],
  [
    "a difference that is not what the bill says",
    readings("100,M1,2019-12,real,2019-12-29,1000", "100,M1,2020-01,real,2020-01-29,1500"),
    [/^lecturas\.csv: La diferencia .* en 1 fila: 1500 − 1000, y la boleta B1 dice 286, en la línea 3/],
  ],
  [
    "a payment for a bill that nobody knows",
    { "pagos.csv": GOOD.pagos.replace("B1", "B9") },
    [/^pagos\.csv: «documento» nombra una boleta que no está en el portal en 1 fila, como B9 en la línea 2/],
  ],
])("%s is accepted, and said", async (_what, changes, expected) => {
  const notices = await noticesOf(changes);
  expect(notices).toHaveLength(expected.length);
  expected.forEach((sentence, at) => expect(notices[at]).toMatch(sentence));
});

test("a difference of one kWh is a rounding, and decimals of other lengths are decimals", async () => {
  const plain = readings("100,M1,2019-12,real,2019-12-29,1000.5", "100,M1,2020-01,real,2020-01-29,1286");
  expect(await noticesOf(plain)).toEqual([]);
});

test("a payment for a bill that the portal has is no doubt, though the package does not bring it", async () => {
  const { url: another } = await freshDatabase();
  await loadPackage(loading(another), aPackage(packageFiles()));
  const only = { resources: [{ name: "pagos", path: "pagos.csv" }], empalme: { formato: 1 } };
  const source = aPackage({
    "datapackage.json": JSON.stringify({ name: "pagos", ...only }),
    "pagos.csv": GOOD.pagos.replace("P1", "P2"),
  });
  const report = await loadPackage(loading(another), source, { dryRun: true });
  expect(report).toMatchObject({ status: "published", rejections: [], notices: [] });
});

test("what depends on a rejected row comes after what is wrong by itself, and is counted", async () => {
  const wrong = {
    "titulares.csv": GOOD.titulares.replace("elena@correo.example", "elena"),
    "pagos.csv": GOOD.pagos.replace("2020-02-20", "20-02-2020"),
  };
  const { rejections, notices } = await loadPackage(loading(url), aPackage(packageFiles(wrong)), {
    dryRun: true,
  });
  const files = rejections.map(({ file }) => file);
  expect(files).toEqual(["titulares.csv", "pagos.csv", "contratos.csv", "contratos.csv"]);
  const dragged = rejections.length - 2;
  expect(notices).toEqual([
    `De ${rejections.length} filas rechazadas, ${dragged} lo fueron sólo porque dependen de otra rechazada: corrija las primeras y entran con ellas.`,
  ]);
});
