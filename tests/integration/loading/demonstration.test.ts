import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DEMONSTRATION_PASSWORD, people } from "../../../lib/demonstration/people.ts";
import { prepareDemonstration } from "../../../lib/demonstration/prepare.ts";
import { verifyPassword } from "../../../lib/registration/password.ts";
import { freshDatabase } from "../../support/database.ts";
import { temporaryFolder } from "../../support/packages.ts";

const { db, pool, url } = await freshDatabase();

const everything = async () => {
  const tables = ["load", "bill", "portal_user", "usage_point_link"];
  const rows = tables.map((table) =>
    pool.query(`SELECT t.xmin::text, t.ctid::text, t.* FROM ${table} t ORDER BY 2`),
  );
  return (await Promise.all(rows)).map((result) => result.rows as unknown[]);
};

test("the demonstration is prepared once: its data, its five people and who sees what", async () => {
  const dataDir = temporaryFolder();
  await prepareDemonstration({ databaseUrl: url, dataDir });
  expect(existsSync(join(dataDir, "demostracion/datapackage.json"))).toBe(true);

  const users = await db.portalUser.findMany({
    orderBy: { identityNumber: "asc" },
    include: { links: true },
  });
  expect(users.map(({ identityNumber, staffRole }) => [identityNumber, staffRole])).toEqual(
    people.map(({ identityNumber, staffRole }) => [identityNumber, staffRole]),
  );
  for (const user of users)
    expect(await verifyPassword(user.passwordHash, DEMONSTRATION_PASSWORD)).toBe(true);
  expect(users.map(({ links }) => links.map((link) => link.usagePointNumber))).toEqual([
    ["11261"],
    [],
    [],
    [],
    [],
  ]);

  const before = await everything();
  const started = performance.now();
  await prepareDemonstration({ databaseUrl: url, dataDir });
  expect(performance.now() - started).toBeLessThan(500);
  expect(await everything()).toEqual(before);
});
