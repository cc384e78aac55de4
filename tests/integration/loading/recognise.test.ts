import { beforeEach, expect, test } from "vitest";
import { loadPackage, type LoadOptions } from "../../../lib/loading/commands.ts";
import type { LoadReport } from "../../../lib/loading/model.ts";
import { freshDatabase } from "../../support/database.ts";
import { aPackage, descriptor, GOOD, loading, packageFiles } from "../../support/packages.ts";

const { pool, url } = await freshDatabase();
const load = (source: string, options: LoadOptions = {}) => loadPackage(loading(url), source, options);
const sum = ({ counts }: LoadReport, key: "inserted" | "updated" | "unchanged" | "rejected") =>
  counts.reduce((total, count) => total + count[key], 0);
const KNOWN = /mismo paquete/;

const withARejectedRow = () => aPackage(packageFiles({ "pagos.csv": GOOD.pagos.replace("1331", "1331,5") }));
const dearerService = () =>
  aPackage({
    "datapackage.json": descriptor(["glosas"]),
    "glosas.csv": GOOD.glosas.replace("Financia", "Paga"),
  });

beforeEach(async () => {
  await pool.query("TRUNCATE customer, usage_point, load, charge_description CASCADE");
});

test("the package of the last load is recognised, and its report is the same", async () => {
  const first = await load(withARejectedRow());
  const again = await load(withARejectedRow());
  expect(first.notices).toEqual([]);
  expect(again.notices.join()).toMatch(KNOWN);
  expect(again.rejections).toEqual(first.rejections);
  expect([sum(again, "inserted"), sum(again, "updated"), sum(again, "rejected")]).toEqual([0, 0, 1]);
  expect(sum(again, "unchanged")).toBe(sum(first, "inserted"));
  const { rows } = await pool.query<{ kept: number }>(
    "SELECT count(*)::integer AS kept FROM rejected_row GROUP BY load_id",
  );
  expect(rows).toEqual([{ kept: 1 }, { kept: 1 }]);
});

test("a package that was loaded before another is not recognised: it changes back", async () => {
  await load(aPackage(packageFiles()));
  await load(dearerService());
  const back = await load(aPackage(packageFiles()));
  expect(back.notices).toEqual([]);
  expect(sum(back, "updated")).toBe(1);
  const { rows } = await pool.query(
    "SELECT resource, key, action, columns FROM load_change WHERE load_id = $1",
    [back.id],
  );
  expect(rows).toEqual([
    {
      resource: "glosas",
      key: "Servicio público",
      action: "updated",
      columns: {
        explicacion: [
          "Paga la coordinación del sistema eléctrico nacional.",
          "Financia la coordinación del sistema eléctrico nacional.",
        ],
      },
    },
  ]);
});

test("a dry run and a refused package are no load to be recognised", async () => {
  await load(aPackage(packageFiles()), { dryRun: true });
  await load(aPackage({ "datapackage.json": "{" }));
  const report = await load(aPackage(packageFiles()));
  expect(report.notices).toEqual([]);
  expect(sum(report, "inserted")).toBe(18);
});

test("what nobody named is not read, and said", async () => {
  const report = await load(aPackage(packageFiles({ "lecturas2.csv": "x", "notas/leame.txt": "y" })));
  expect(report.notices).toEqual([
    "No se leyó lecturas2.csv, notas/leame.txt: datapackage.json no lo nombra.",
  ]);
});
