import { expect, test } from "vitest";
import { loadPackage } from "../../../lib/loading/commands.ts";
import { freshDatabase } from "../../support/database.ts";
import { aPackage, descriptor, GOOD, loading, packageFiles } from "../../support/packages.ts";

const BILLS = 20_000;

/** Rows of `bill` that PostgreSQL has read one after another, without an index, since the database was made. */
async function rowsScanned(pool: { query: (sql: string) => Promise<{ rows: unknown[] }> }): Promise<number> {
  const { rows } = await pool.query(
    "SELECT seq_tup_read::float8 AS rows FROM pg_stat_user_tables WHERE relname = 'bill'",
  );
  return (rows[0] as { rows: number }).rows;
}

test("a load of a few bills reads a few bills, and not all that the portal has", async () => {
  const { url, pool } = await freshDatabase();
  await loadPackage(loading(url), aPackage(packageFiles()));
  await pool.query(`INSERT INTO usage_point (number, address, comuna, region)
    SELECT 'S' || n, 'Camino', 'Frutillar', 'Los Lagos' FROM generate_series(1, ${BILLS}) n`);
  await pool.query(`INSERT INTO bill (usage_point_number, period, document, issued_on, served_from, served_to,
      taxable_amount, exempt_amount, tax_amount, total_amount, line_items)
    SELECT 'S' || n, '2020-01', 'D' || n, '2020-01-31', '2020-01-01', '2020-01-31', 0, 0, 0, 0, '[]'
    FROM generate_series(1, ${BILLS}) n`);
  await pool.query("VACUUM ANALYZE");
  const settled = async () => {
    // A session tells what it read when it ends, or a second later.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return rowsScanned(pool);
  };
  const before = await settled();
  const report = await loadPackage(
    loading(url),
    aPackage({
      "datapackage.json": descriptor(["boletas", "cargos", "pagos"]),
      "boletas.csv": GOOD.boletas.replace("2020-02-28", "2020-03-05").replaceAll(",,\n", ",,\n"),
      "cargos.csv": GOOD.cargos,
      "pagos.csv": GOOD.pagos.replace("P1", "P2"),
    }),
  );
  expect(report).toMatchObject({ status: "published", rejections: [] });
  expect(report.counts[0]).toMatchObject({ updated: 1, unchanged: 1 });
  expect((await settled()) - before).toBeLessThan(BILLS / 2);
});
