import { PgBoss } from "pg-boss";
import { expect, test, vi } from "vitest";
import { inUtc } from "../../../lib/platform/database-url.ts";
import { startProgram } from "../../../lib/platform/supervisor.ts";
import { aPortalUser } from "../../support/builders.ts";
import { freshDatabase } from "../../support/database.ts";

test("the worker does what is scheduled, and ends when it is told", { timeout: 60_000 }, async () => {
  const { db, pool, url } = await freshDatabase();
  const { id: userId } = await aPortalUser(db);
  const long = new Date("2020-01-01T00:00:00Z");
  await db.portalSession.create({ data: { id: "0".repeat(64), userId, createdAt: long, lastSeenAt: long } });

  const boss = new PgBoss({
    connectionString: inUtc(url),
    schema: "pgboss",
    supervise: false,
    schedule: false,
  });
  await boss.start();
  await boss.createQueue("purge-expired", { policy: "singleton" });
  await boss.send("purge-expired");
  await boss.stop();

  const worker = await startProgram("bin/worker.ts", {
    ...process.env,
    DATABASE_URL: url,
    EMPALME_SECRET: "a secret of the tests, long enough to sign",
    APP_URL: "http://localhost:3000",
    EMPALME_DEMONSTRATION: "1",
    LOG_LEVEL: "silent",
  });
  await vi.waitFor(async () => expect(await db.portalSession.count()).toBe(0), {
    timeout: 20_000,
    interval: 200,
  });
  const { rows } = await pool.query(
    "SELECT cron, timezone FROM pgboss.schedule WHERE name = 'purge-expired'",
  );
  expect(rows).toEqual([{ cron: "7 * * * *", timezone: "UTC" }]);
  await worker.stop();
  expect(await worker.exited).toBe("code 0");
});
