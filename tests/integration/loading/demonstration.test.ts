import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { demonstrationCompany, demonstrationPackage } from "../../../lib/demonstration/companies.ts";
import { DEMONSTRATION_PASSWORD } from "../../../lib/demonstration/people.ts";
import { prepareDemonstration } from "../../../lib/demonstration/prepare.ts";
import { day } from "../../../lib/kernel/civil-date.ts";
import type { ResourceCount } from "../../../lib/loading/model.ts";
import { verifyPassword } from "../../../lib/registration/password.ts";
import { freshDatabase } from "../../support/database.ts";
import { temporaryFolder } from "../../support/packages.ts";

// Three loads of a whole company: some seconds each, on a busy machine many more.
vi.setConfig({ testTimeout: 120_000 });

const NOVEMBER = new Date("2026-11-25T15:00:00Z");
const DECEMBER = new Date("2026-12-02T15:00:00Z");
const DATA = [
  "customer",
  "usage_point",
  "customer_agreement",
  "meter",
  "meter_reading",
  "bill",
  "payment",
  "charge_description",
  "usage_point_document",
];

const rowsIn = (content: string | Buffer) => content.toString().trimEnd().split("\n").length - 1;

describe.each(["cl", "co"] as const)("the demonstration company in %s", async (country) => {
  const { db, pool, url } = await freshDatabase();
  const dataDir = temporaryFolder();
  const { people, folder } = demonstrationCompany(country);
  const prepare = (now: Date) => prepareDemonstration({ databaseUrl: url, dataDir, country, now: () => now });

  /** Every row with the transaction that wrote it: whatever writes a row changes it. */
  const everything = async () => {
    const rows = [...DATA, "dte", "load", "portal_user", "usage_point_link"].map((table) =>
      pool.query(`SELECT t.xmin::text, t.ctid::text, t.* FROM ${table} t ORDER BY 2`),
    );
    return (await Promise.all(rows)).map((result) => result.rows as unknown[]);
  };
  const latestCounts = async () => {
    const load = await db.load.findFirst({ orderBy: { startedAt: "desc" } });
    return new Map((load?.counts as unknown as ResourceCount[]).map((count) => [count.resource, count]));
  };

  test("is loaded with every row accounted for and none rejected", async () => {
    await prepare(NOVEMBER);
    expect(existsSync(join(dataDir, folder, "datapackage.json"))).toBe(true);
    const counts = await latestCounts();
    const files = demonstrationPackage(day("2026-11-25"), country);
    const tables = files.filter(({ path }) => path.endsWith(".csv"));
    expect(tables).toHaveLength(11);
    for (const { path, content } of tables) {
      const read = rowsIn(content);
      const expected = { read, accepted: read, inserted: read, rejected: 0, deleted: 0 };
      expect(
        [...counts.values()].find(({ file }) => file === path),
        path,
      ).toMatchObject(expected);
    }
    const documents = files
      .filter(({ path }) => path.endsWith(".xml"))
      .reduce((sum, { content }) => sum + (content.toString("latin1").match(/<TED /g)?.length ?? 0), 0);
    expect(await db.dte.count()).toBe(documents);
    if (country === "cl") expect(documents).toBeGreaterThan(1_500);
  });

  test("has its people, each with the supplies that are linked from the beginning", async () => {
    const users = await db.portalUser.findMany({ include: { links: true } });
    const sees = (links: { usagePointNumber: string }[]) => links.map((link) => link.usagePointNumber).sort();
    expect(
      users.map(({ identityNumber, staffRole, links }) => [identityNumber, staffRole, sees(links)]).sort(),
    ).toEqual(
      people.map(({ identityNumber, staffRole, supplies }) => [identityNumber, staffRole, supplies]).sort(),
    );
    for (const user of users)
      expect(await verifyPassword(user.passwordHash, DEMONSTRATION_PASSWORD)).toBe(true);
  });

  test("is not loaded again in the same month", async () => {
    const before = await everything();
    await prepare(new Date("2026-11-30T23:00:00Z"));
    expect(await everything()).toEqual(before);
  });

  test("gets the new month when it is started a month later, and nothing else changes", async () => {
    const billsBefore = await db.bill.findMany({
      orderBy: [{ usagePointNumber: "asc" }, { document: "asc" }],
    });
    await prepare(DECEMBER);
    const bills = await db.bill.findMany({
      where: { period: { lt: "2026-11" } },
      orderBy: [{ usagePointNumber: "asc" }, { document: "asc" }],
    });
    expect(bills).toEqual(billsBefore);
    const added = await db.bill.count({ where: { period: "2026-11" } });
    const counts = await latestCounts();
    expect(counts.get("boletas")).toMatchObject({ inserted: added, updated: 0, deleted: 0, rejected: 0 });
    for (const resource of ["lecturas", "cargos", "pagos", "glosas"] as const)
      expect(counts.get(resource), resource).toMatchObject({ updated: 0, deleted: 0, rejected: 0 });
    expect(added).toBeGreaterThan(20);
  });

  test("does not share its database with another company", async () => {
    const other = country === "cl" ? "co" : "cl";
    const place = { databaseUrl: url, dataDir, country: other, now: () => NOVEMBER } as const;
    await expect(prepareDemonstration(place)).rejects.toThrow("la demostración de otra empresa");
  });
});
