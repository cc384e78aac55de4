import pg from "pg";
import { afterAll, inject } from "vitest";
import { createDb } from "../../lib/platform/create-db.ts";
import { inUtc } from "../../lib/platform/database-url.ts";
import { databaseUrl, execute } from "./postgres.ts";

let made = 0;

/** The address of a new database of the run: migrated and without rows, or with nothing at all in it. */
export async function newDatabase(from: "migrated" | "empty" = "migrated"): Promise<string> {
  const prefix = inject("databases");
  const name = `${prefix}_${process.env["VITEST_POOL_ID"] ?? "0"}_${process.pid}_${made++}`;
  const template = from === "migrated" ? `${prefix}_template` : "template0";
  await execute(inject("postgres"), [`CREATE DATABASE ${name} TEMPLATE ${template}`]);
  return databaseUrl(inject("postgres"), name);
}

/**
 * A migrated database of the test file's own, closed after its tests. Call it once, at the top of the file:
 * `const { db } = await freshDatabase();`
 */
export async function freshDatabase() {
  const url = await newDatabase();
  const db = createDb(url);
  const pool = new pg.Pool({ connectionString: inUtc(url), max: 4 });
  afterAll(async () => {
    await db.$disconnect();
    await pool.end();
  });
  return { db, pool, url };
}
