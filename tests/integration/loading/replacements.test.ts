import { beforeEach, expect, test } from "vitest";
import { loadPackage } from "../../../lib/loading/commands.ts";
import { freshDatabase } from "../../support/database.ts";
import { aPackage, descriptor, GOOD, loading, packageFiles } from "../../support/packages.ts";

const { pool, url } = await freshDatabase();
const HEADER = GOOD.boletas.split("\n", 1)[0] ?? "";
const CHARGES = GOOD.cargos.split("\n", 1)[0] ?? "";

/** Bills of supply 200 without charges. */
const bill = (document: string, { cancelled = "", replaces = "" } = {}) =>
  `200,2020-01,${document},,,2020-01-31,,2019-12-01,2020-01-30,,0,0,0,0,${cancelled},${replaces}`;
const load = (...bills: string[]) =>
  loadPackage(
    loading(url),
    aPackage({
      "datapackage.json": descriptor(["boletas", "cargos"]),
      "boletas.csv": [HEADER, ...bills, ""].join("\n"),
      "cargos.csv": `${CHARGES}\n`,
    }),
  );
async function replacedBy() {
  const { rows } = await pool.query<{ document: string; by: string | null }>(
    "SELECT document, replaced_by AS by FROM bill WHERE usage_point_number = '200' ORDER BY 1",
  );
  return Object.fromEntries(rows.map(({ document, by }) => [document, by]));
}

beforeEach(async () => {
  await pool.query("TRUNCATE customer, usage_point, load, charge_description CASCADE");
  await loadPackage(loading(url), aPackage(packageFiles()));
});

test("a bill that replaces another puts it out of account", async () => {
  const report = await load(bill("B3", { replaces: "B2" }));
  expect(report.rejections).toEqual([]);
  expect(await replacedBy()).toEqual({ B2: "B3", B3: null });
});

test("what was replaced counts again when the other is cancelled, or names it no more", async () => {
  await load(bill("B3", { replaces: "B2" }));
  await load(bill("B3", { replaces: "B2", cancelled: "2020-02-10" }));
  expect(await replacedBy()).toEqual({ B2: null, B3: null });
  await load(bill("B3", { replaces: "B2" }));
  await load(bill("B3"));
  expect(await replacedBy()).toEqual({ B2: null, B3: null });
});

test("a cancelled replacement leaves its place to another", async () => {
  await load(bill("B3", { replaces: "B2", cancelled: "2020-02-10" }), bill("B4", { replaces: "B2" }));
  expect(await replacedBy()).toEqual({ B2: "B4", B3: null, B4: null });
});

test("loading the same again changes nothing", async () => {
  const bills = [bill("B3", { replaces: "B2" }), bill("B5", { cancelled: "2020-02-01" })];
  await load(...bills);
  await load(bill("B9"));
  const again = await load(...bills);
  expect(again.counts[0]).toMatchObject({ inserted: 0, updated: 0, unchanged: 2 });
});

test.each<[string, string[], RegExp]>([
  ["itself", [bill("B3", { replaces: "B3" })], /a sí misma/],
  ["one that is not there", [bill("B3", { replaces: "B7" })], /B7 de este suministro no está/],
  ["one of another supply", [bill("B3", { replaces: "B1" })], /B1 de este suministro no está/],
  [
    "what another replaces",
    [bill("B3", { replaces: "B2" }), bill("B4", { replaces: "B2" })],
    /Más de una boleta reemplaza a la misma; la primera, en la línea 2/,
  ],
  [
    "what replaces it",
    [bill("B3", { replaces: "B4" }), bill("B4", { replaces: "B3" })],
    /La boleta B4 reemplaza, al final, a ésta misma/,
  ],
  [
    "what replaces it over others",
    [bill("B3", { replaces: "B4" }), bill("B4", { replaces: "B5" }), bill("B5", { replaces: "B3" })],
    /al final, a ésta misma/,
  ],
])("a bill does not replace %s", async (_what, bills, reason) => {
  const report = await load(...bills);
  expect(report.rejections).toHaveLength(bills.length);
  expect(report.rejections[0]).toMatchObject({ column: "reemplaza" });
  expect(report.rejections[0]?.reason).toMatch(reason);
  expect(await replacedBy()).toEqual({ B2: null });
});

test("a bill does not replace what one of the portal replaces", async () => {
  await load(bill("B3", { replaces: "B2" }));
  const report = await load(bill("B4", { replaces: "B2" }));
  expect(report.rejections[0]?.reason).toMatch(/B3 del portal ya reemplaza/);
});

test("a bill does not replace what one of the portal replaces in the end", async () => {
  await load(bill("B3", { replaces: "B2" }));
  const report = await load(bill("B2", { replaces: "B3" }));
  expect(report.rejections).toMatchObject([{ column: "reemplaza", value: "B3" }]);
  expect(await replacedBy()).toEqual({ B2: "B3", B3: null });
});
