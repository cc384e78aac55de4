import { expect, test } from "vitest";
import { createDb } from "../../../lib/platform/create-db.ts";
import { aPortalUser } from "../../support/builders.ts";
import { newDatabase } from "../../support/database.ts";
import { execute } from "../../support/postgres.ts";

test("timestamps are exact in a database whose own time zone is Santiago's", async () => {
  const url = await newDatabase();
  await execute(url, [`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET timezone = 'America/Santiago'`]);
  const db = createDb(url);
  try {
    const createdAt = new Date("2026-09-05T23:30:00.123Z");
    const written = await aPortalUser(db, { createdAt });
    const read = await db.portalUser.findUniqueOrThrow({ where: { id: written.id } });
    const [raw] = await db.$queryRaw<{ epoch: number; zone: string; now: Date }[]>`
      SELECT extract(epoch FROM created_at)::float8 * 1000 AS epoch, current_setting('timezone') AS zone, now() AS now
      FROM portal_user WHERE id = ${written.id}::uuid`;
    expect(read.createdAt).toEqual(createdAt);
    expect(raw?.epoch).toBe(createdAt.getTime());
    expect(raw?.zone).toBe("UTC");
    expect(Math.abs((raw?.now.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
  } finally {
    await db.$disconnect();
  }
});
