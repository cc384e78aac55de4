import { inject, expect, test } from "vitest";
import { createDb } from "../../../lib/platform/create-db.ts";
import { prepareDatabase } from "../../../lib/platform/database.ts";
import { databaseProblem } from "../../../lib/platform/startup-checks.ts";
import { freshDatabase, newDatabase } from "../../support/database.ts";
import { databaseUrl, execute } from "../../support/postgres.ts";

async function problemOf(url: string) {
  const db = createDb(url);
  return databaseProblem(db).finally(() => db.$disconnect());
}

test("a database that does not exist is made, migrated and set to UTC; twice changes nothing", async () => {
  const url = databaseUrl(inject("postgres"), `${inject("databases")}_made_${process.pid}`);
  await prepareDatabase(url);
  expect(await problemOf(url)).toBeNull();
  await prepareDatabase(url);
  expect(await problemOf(url)).toBeNull();
});

test("two starts at once migrate once", async () => {
  const url = await newDatabase("empty");
  await Promise.all([prepareDatabase(url), prepareDatabase(url)]);
  expect(await problemOf(url)).toBeNull();
});

test("a database whose own zone is another is set to UTC", async () => {
  const { url, pool } = await freshDatabase();
  await execute(url, [`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET timezone = 'America/Santiago'`]);
  await prepareDatabase(url);
  const { rows } = await pool.query(
    "SELECT setconfig FROM pg_db_role_setting s JOIN pg_database d ON d.oid = setdatabase WHERE datname = current_database()",
  );
  expect(rows).toEqual([{ setconfig: ["TimeZone=UTC"] }]);
});

test("what is missing, or not in UTC, is named", async () => {
  const empty = await newDatabase("empty");
  expect(await problemOf(empty)).toContain("20261122000000_house");
  const { url, pool } = await freshDatabase();
  await pool.query(
    "UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '20261122000001_house_rules'",
  );
  expect(await problemOf(url)).toBe("A la base de datos le faltan migraciones: 20261122000001_house_rules.");
  const elsewhere = new URL(await newDatabase());
  elsewhere.searchParams.set("options", "-c timezone=UTC -c timezone=America/Santiago");
  expect(await problemOf(elsewhere.toString())).toContain("America/Santiago");
});
