import { expect, test } from "vitest";
import {
  everyLoad,
  latestLoads,
  loadChanges,
  loadDetail,
  loadHistory,
  rejectedRows,
} from "../../../lib/loading/queries.ts";
import { loadListing } from "../../../lib/loading/schema.ts";
import {
  aCount,
  aLoad,
  anAdministrator,
  aPortalUser,
  asStaff,
  contextOf,
  NOW,
} from "../../support/builders.ts";
import { freshDatabase } from "../../support/database.ts";

const { db, pool } = await freshDatabase();
const { user, ctx } = await anAdministrator(db);
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

const rejection = (line: number) => ({
  file: "boletas.csv",
  line,
  column: "total",
  value: `=${line}`,
  reason: "No suma.",
  remedy: "Revise la suma.",
});

const collected = async <Row>(batches: AsyncIterable<readonly Row[]> | null) => {
  const all: Row[][] = [];
  for await (const rows of batches ?? []) all.push([...rows]);
  return all;
};

test("a load is shown with its counts, its first rows, and how many there are", async () => {
  const { id } = await aLoad(db, {
    status: "checked",
    userId: user.id,
    packageBytes: 2048,
    counts: [aCount()] as never,
    notices: ["Hay un archivo que no se leyó."],
    rejectedRows: { create: Array.from({ length: 40 }, (_, at) => rejection(at + 2)) },
    changes: { create: [{ resource: "boletas", key: "100, 2020-01, B1", action: "inserted" }] },
  });
  const load = await loadDetail(ctx, id);
  expect(load).toMatchObject({
    status: "checked",
    packageBytes: 2048,
    counts: [aCount()],
    notices: ["Hay un archivo que no se leyó."],
    rejectedRows: 40,
    changedRows: 1,
  });
  expect(load?.rejections.map(({ line }) => line)).toEqual(Array.from({ length: 25 }, (_, at) => at + 2));
  expect(load?.changes).toEqual([
    { resource: "boletas", key: "100, 2020-01, B1", action: "inserted", columns: null },
  ]);
});

test.each(["00000000-0000-4000-8000-000000000000", "1", "' OR 1=1", ""])(
  "a load that does not exist is null: %j",
  async (id) => {
    expect(await loadDetail(ctx, id)).toBeNull();
    expect(await rejectedRows(ctx, id)).toBeNull();
    expect(await loadChanges(ctx, id)).toBeNull();
  },
);

test("every rejected row and every change comes, in order, and only of this load", async () => {
  const lines = Array.from({ length: 4_500 }, (_, at) => at + 2);
  const key = (line: number) => `100, 2020-01, B${line}`;
  const [mine, other] = [await aLoad(db), await aLoad(db)];
  for (const { id } of [other, mine, other]) {
    await pool.query(
      `INSERT INTO rejected_row (load_id, file, line, reason, remedy)
       SELECT $1, 'boletas.csv', line, 'No suma.', 'Revise la suma.' FROM generate_series(2, 4501) AS line`,
      [id],
    );
    await pool.query(
      `INSERT INTO load_change (load_id, resource, key, action)
       SELECT $1, 'boletas', '100, 2020-01, B' || line, 'inserted' FROM generate_series(2, 4501) AS line`,
      [id],
    );
  }
  const rejected = await collected(await rejectedRows(ctx, mine.id));
  expect(rejected.length).toBeGreaterThan(1);
  expect(rejected.flat().map(({ line }) => line)).toEqual(lines);
  const changes = await collected(await loadChanges(ctx, mine.id));
  expect(changes.flat().map((change) => change.key)).toEqual(lines.map(key));
});

test("the list is paged, ordered and searched, and its CSV has every page", async () => {
  await db.load.deleteMany();
  for (let at = 0; at < 30; at++)
    await aLoad(db, {
      source: `mes-${String(at).padStart(2, "0")}.zip`,
      operator: at % 10 === 3 ? "Marta Cárcamo" : "Ignacio Fuentes",
      startedAt: minutesLater(at),
      userId: user.id,
      counts: [aCount({ inserted: 1, updated: 1, deleted: 5 })] as never,
    });
  const page = (asked: object) => loadHistory(ctx, loadListing.parse(asked));
  const names = async (asked: object) => (await page(asked)).loads.map(({ source }) => source);

  const first = await page({});
  expect([first.page, first.total, first.loads.length]).toEqual([1, 30, 25]);
  expect(first.loads[0]).toMatchObject({
    source: "mes-29.zip",
    operator: "Ignacio Fuentes",
    rows: { read: 3, rejected: 1, changed: 7 },
  });
  expect(await names({ pagina: "2" })).toEqual([
    "mes-04.zip",
    "mes-03.zip",
    "mes-02.zip",
    "mes-01.zip",
    "mes-00.zip",
  ]);
  expect((await page({ pagina: "99" })).page).toBe(2);
  expect(await names({ buscar: "marta" })).toEqual(["mes-23.zip", "mes-13.zip", "mes-03.zip"]);
  expect(await names({ buscar: "MES-07" })).toEqual(["mes-07.zip"]);
  expect((await names({ orden: "paquete", dir: "asc" }))[0]).toBe("mes-00.zip");
  expect(await names({ buscar: "%" })).toEqual([]);
  const all = await collected(everyLoad(ctx, loadListing.defaults));
  expect(all.flat()).toHaveLength(30);
});

test("the desk sees the latest loads too", async () => {
  const desk = await aPortalUser(db, { staffRole: "desk" });
  const newest = await aLoad(db, { startedAt: minutesLater(60), userId: user.id });
  const loads = await latestLoads(contextOf(db, asStaff(desk)), 5);
  expect(loads).toHaveLength(5);
  // Not counted yet, which is not zero.
  expect(loads[0]).toMatchObject({ id: newest.id, rows: null });
});
