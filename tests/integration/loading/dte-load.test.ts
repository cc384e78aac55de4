import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { colombia } from "../../../lib/jurisdiction/co/colombia.ts";
import { loadPackage, type LoadContext } from "../../../lib/loading/commands.ts";
import { aPackage, countOf, descriptor, GOOD, loading, type PackageFiles } from "../../support/packages.ts";
import { freshDatabase } from "../../support/database.ts";
import { changed, issued } from "../../unit/jurisdiction/dte/documents.ts";

const { db, pool, url } = await freshDatabase();
const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../../fixtures/dte", name));

/** The real documents, with the amount in them that is changed. */
const REAL = [
  ["DTE--60910000-1--33--2336600.xml", "60910000-1"],
  ["DTE--76354771-K--33--170.xml", "76354771-K"],
  ["DTE--76399752-9--33--25568.xml", "76399752-9"],
  ["DTE--96670340-7--61--110616.xml", "96670340-7"],
] as const;

const company = (companyIdentity: string): LoadContext => ({ ...loading(url), companyIdentity });
const dtes = (files: PackageFiles) => aPackage({ "datapackage.json": descriptor([]), ...files });

beforeEach(async () => {
  await pool.query("TRUNCATE customer, usage_point, load, dte CASCADE");
});

describe.each(REAL)("the real document %s", (name, issuer) => {
  test("loads in its issuer's company without a bill, and is given back byte for byte", async () => {
    const ctx = company(issuer);
    const report = await loadPackage(ctx, dtes({ [`dte/${name}`]: fixture(name) }));
    expect(report).toMatchObject({ status: "published", refusal: null, rejections: [] });
    expect(report.counts).toMatchObject([{ resource: "dte", read: 1, accepted: 1, inserted: 1 }]);
    expect(report.notices.join()).toContain("todavía no tienen boleta en el portal: 1");
    const [kept] = await db.dte.findMany();
    expect(kept?.issuerRut).toBe(issuer);
    const bytes =
      kept && (await ctx.store.readPart(kept.fileKey, { start: kept.startByte, end: kept.endByte }));
    expect(bytes?.equals(fixture(name))).toBe(true);
  });

  test.each<[string, (file: Buffer) => Buffer, RegExp]>([
    ["one changed amount", (file) => changed(file, /<MntTotal>(\d)/, "<MntTotal>9$1"), /total|timbre/i],
    ["its timbre removed", (file) => changed(file, /<TED[\s\S]*<\/TED>/, ""), /timbre/],
    [
      "the CAF of another",
      (file) =>
        changed(
          file,
          /<M>[^<]*<\/M>/,
          "<M>0a4O6Kbx8Qj3K4iWSP4w7KneZYeJ+g/prihYtIEolKt3cykSxl1zO8vSXu397QhTmsX7SBEudTUx++2zDXBhZw==</M>",
        ),
      /firma del timbre/,
    ],
  ])("is refused with %s, and says so", async (_what, tamper, reason) => {
    const report = await loadPackage(company(issuer), dtes({ [`dte/${name}`]: tamper(fixture(name)) }));
    expect(report.counts).toMatchObject([{ read: 1, accepted: 0, rejected: 1 }]);
    expect(report.rejections).toMatchObject([{ file: `dte/${name}` }]);
    expect(report.rejections[0]?.reason).toMatch(reason);
    expect(report.rejections[0]?.remedy).not.toBe("");
    expect(await db.dte.count()).toBe(0);
  });
});

test("all the real documents and their copies: each company takes its own, once", async () => {
  const files = Object.fromEntries(
    REAL.flatMap(([name]) => [name, name.replace(".xml", "--cleaned.xml")]).map((name) => [
      `dte/${name}`,
      fixture(name),
    ]),
  );
  const report = await loadPackage(company("76354771-K"), dtes(files));
  expect(report.counts).toMatchObject([{ read: 8, accepted: 0, rejected: 8 }]);
  const reasons = report.rejections.map(({ reason }) => reason);
  expect(reasons.filter((reason) => /emisor/.test(reason))).toHaveLength(6);
  expect(reasons.filter((reason) => /viene 2 veces/.test(reason))).toHaveLength(2);
});

describe("a document and its bill", () => {
  const supply = {
    "suministros.csv": GOOD.suministros,
    "cargos.csv": `${GOOD.cargos.split("\n", 1)[0]}\n100,2020-01,B1,1,Electricidad consumida,,,,46604,SI\n100,2020-01,B1,2,Cargo por servicio público,,,,441,NO\n`,
  };
  const bill = (total: string) =>
    `${GOOD.boletas.split("\n", 1)[0]}\n100,2020-01,B1,39,77,2020-02-28,2020-03-20,2020-01-01,2020-01-31,286,${total},,\n`;
  const names = ["suministros", "boletas", "cargos"] as const;
  const withBill = (total: string, more: PackageFiles = {}) =>
    aPackage({ "datapackage.json": descriptor(names), ...supply, "boletas.csv": bill(total), ...more });
  const RIGHT = "46604,441,8855,55900";
  const xml = { "dte/39-77.xml": issued(39) };

  test("load together, and again without a change", async () => {
    const ctx = company("69507000-4");
    const first = await loadPackage(ctx, withBill(RIGHT, xml));
    expect(first.rejections).toEqual([]);
    expect(countOf(first, "boletas")).toMatchObject({ inserted: 1 });
    expect(first.notices.join()).not.toContain("sin boleta");
    await pool.query("UPDATE load SET published_at = NULL");
    const again = await loadPackage(ctx, withBill(RIGHT, xml));
    expect(again.counts.find(({ resource }) => resource === "dte")).toMatchObject({
      inserted: 0,
      unchanged: 1,
    });
  });

  test("that do not agree: the document stays out of the portal, whichever comes later", async () => {
    const dearer = "46605,441,8855,55901";
    const other = { ...supply, "cargos.csv": supply["cargos.csv"].replace("46604", "46605") };
    const together = await loadPackage(
      company("69507000-4"),
      aPackage({ "datapackage.json": descriptor(names), ...other, "boletas.csv": bill(dearer), ...xml }),
    );
    expect(together.rejections).toMatchObject([
      { file: "dte/39-77.xml", column: "MntTotal", value: "55900" },
    ]);
    const later = await loadPackage(company("69507000-4"), dtes(xml));
    expect(later.rejections[0]?.reason).toMatch(/el de su boleta \(100, 2020-01, B1\) es 55901/);
  });

  test("that do not agree: the bill stays out when the document was there before", async () => {
    await loadPackage(company("69507000-4"), dtes(xml));
    const other = { ...supply, "cargos.csv": supply["cargos.csv"].replace("46604", "46605") };
    const report = await loadPackage(
      company("69507000-4"),
      aPackage({
        "datapackage.json": descriptor(names),
        ...other,
        "boletas.csv": bill("46605,441,8855,55901"),
      }),
    );
    expect(report.rejections[0]).toMatchObject({ file: "boletas.csv", column: "total", value: "55901" });
    expect(report.rejections[0]?.reason).toMatch(/documento tributario \(tipo 39, folio 77\) es 55900/);
  });
});

test("a dry run reads them, and keeps nothing", async () => {
  const ctx = company("69507000-4");
  const report = await loadPackage(ctx, dtes({ "dte/39-77.xml": issued(39) }), { dryRun: true });
  expect(report.counts).toMatchObject([{ resource: "dte", accepted: 1, inserted: 1 }]);
  expect(await db.dte.count()).toBe(0);
});

test("where there are no DTE the folder is not read, and the report says so", async () => {
  const ctx = { ...company("900123456"), jurisdiction: colombia };
  const files = {
    "datapackage.json": descriptor(["glosas"]),
    "glosas.csv": GOOD.glosas,
    "dte/a.xml": issued(39),
  };
  const report = await loadPackage(ctx, aPackage(files));
  expect(report.counts.map(({ resource }) => resource)).toEqual(["glosas"]);
  expect(report.notices.join()).toContain("dte/a.xml");
});
