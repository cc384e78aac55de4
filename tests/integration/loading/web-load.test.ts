import { loadPackage } from "../../../lib/loading/commands.ts";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { beforeEach, expect, test, vi } from "vitest";
import { chile } from "../../../lib/jurisdiction/cl/chile.ts";
import { approveLoad } from "../../../lib/loading/desk.ts";
import { progressWriter } from "../../../lib/loading/progress.ts";
import { purgePackages } from "../../../lib/loading/purge-packages.ts";
import { PACKAGES } from "../../../lib/loading/package/receive-package.ts";
import { checkLoad, dueSteps, giveUpStep, publishLoad, runStep } from "../../../lib/loading/web-load.ts";
import type { LoadStatus } from "../../../lib/platform/generated/client.ts";
import { localFileStore } from "../../../lib/platform/file-store.ts";
import { startProgram } from "../../../lib/platform/supervisor.ts";
import { aLoad, anAdministrator, NOW } from "../../support/builders.ts";
import { freshDatabase } from "../../support/database.ts";
import { GOOD, packageFiles, temporaryFolder, type PackageFiles } from "../../support/packages.ts";
import { writeZip } from "../../support/zip.ts";

const { db, pool, url } = await freshDatabase();
const folder = temporaryFolder();
const ctx = {
  db,
  databaseUrl: url,
  jurisdiction: chile,
  companyIdentity: "76354771-K",
  store: localFileStore(folder),
  now: () => NOW,
};
beforeEach(() => db.load.deleteMany());
const loadOf = (id: string) => db.load.findUniqueOrThrow({ where: { id } });
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const STATES: LoadStatus[] = [
  "waiting",
  "checking",
  "checked",
  "publishing",
  "published",
  "refused",
  "discarded",
  "failed",
];

test("what waits, and what a worker left unfinished, is due; oldest first", async () => {
  const loads = new Map<LoadStatus, string>();
  for (const [at, status] of STATES.entries())
    loads.set(status, (await aLoad(db, { status, startedAt: minutesLater(-at) })).id);
  await aLoad(db, { status: "checking", packageKey: null });
  expect(await dueSteps(db)).toEqual([
    `publish/${loads.get("publishing")}`,
    `check/${loads.get("checking")}`,
    `check/${loads.get("waiting")}`,
  ]);
});

test("a step that is done, decided otherwise or nobody's changes nothing", async () => {
  for (const status of STATES) {
    const { id } = await aLoad(db, { status });
    if (!["waiting", "checking"].includes(status)) await checkLoad(ctx, id);
    if (status !== "publishing") await publishLoad(ctx, id);
    if (!["waiting", "checking", "publishing"].includes(status)) await giveUpStep(ctx, `check/${id}`);
    expect(await loadOf(id)).toMatchObject({ status, refusal: null });
  }
  const nobodys = "00000000-0000-4000-8000-000000000000";
  expect(await runStep(ctx, `check/${nobodys}`)).toEqual({ outcome: "nothing to do" });
  expect(await runStep(ctx, `publish/${nobodys}`)).toEqual({ outcome: "nothing to do" });
});

test.each(["waiting", "checking", "publishing"] as const)(
  "a load (%s) that failed every time ends as failed, with a sentence",
  async (status) => {
    const { id } = await aLoad(db, { status });
    await giveUpStep(ctx, `check/${id}`);
    const load = await loadOf(id);
    expect(load).toMatchObject({ status: "failed", finishedAt: NOW });
    expect(load.refusal).toContain("No se publicó nada");
  },
);

test("progress is written at most once in a while, the newest, and nothing after the end", async () => {
  const { id } = await aLoad(db, { status: "checking" });
  const writer = progressWriter(db, id, 100);
  const at = (done: number) => ({ phase: "leyendo", file: "boletas.csv", done, total: 1000 }) as const;
  const seen: unknown[] = [];
  for (let done = 0; done < 400; done += 1) {
    writer.report(at(done));
    if (done % 20 === 0) await wait(10);
    if (done % 100 === 99) seen.push((await loadOf(id)).progress);
  }
  await vi.waitFor(async () => expect((await loadOf(id)).progress).toEqual(at(399)), 10_000);
  expect(seen.some((progress) => progress !== null)).toBe(true);
  writer.report(at(500));
  await writer.end();
  await wait(200);
  expect((await loadOf(id)).progress).toEqual(at(399));
});

/** Puts a package into the store and registers it, as an upload does. */
async function received(files: PackageFiles, name = "octubre.zip") {
  const path = writeZip(
    join(temporaryFolder(), "sent.zip"),
    Object.entries(files).map(([entry, content]) => ({ name: entry, content: content ?? "" })),
  );
  const { key } = await ctx.store.receive(PACKAGES, createReadStream(path));
  return (await aLoad(db, { source: name, packageKey: key })).id;
}

test("what was checked and approved is published, and nothing before", async () => {
  const id = await received(packageFiles());
  expect(await runStep(ctx, `check/${id}`)).toEqual({ outcome: "checked" });
  const checked = await loadOf(id);
  expect(checked).toMatchObject({ status: "checked", source: "octubre.zip", startedAt: NOW, progress: null });
  expect(await db.usagePoint.count()).toBe(0);
  // Whoever decides sees what would change.
  expect(await db.loadChange.count({ where: { loadId: id, resource: "suministros" } })).toBe(2);

  const { ctx: administrator } = await anAdministrator(db);
  expect((await approveLoad(administrator, { id, seen: (await loadOf(id)).finishedAt ?? NOW })).ok).toBe(
    true,
  );
  expect(await dueSteps(db)).toEqual([`publish/${id}`]);
  expect(await runStep(ctx, `publish/${id}`)).toEqual({ outcome: "published" });
  const published = await loadOf(id);
  expect(published).toMatchObject({ status: "published", counts: checked.counts, notices: [] });
  expect(await db.usagePoint.count()).toBe(2);
  expect(await db.loadChange.count({ where: { loadId: id, resource: "suministros" } })).toBe(2);
  expect(await dueSteps(db)).toEqual([]);
});

test("what is no longer what was approved is not published, but looked at again", async () => {
  const newAddress = GOOD.suministros.replace("Camino 2", "Camino 22");
  const id = await received(packageFiles({ "suministros.csv": newAddress }));
  await runStep(ctx, `check/${id}`);
  const { ctx: administrator } = await anAdministrator(db);
  await approveLoad(administrator, { id, seen: (await loadOf(id)).finishedAt ?? NOW });
  await db.usagePoint.update({ where: { number: "200" }, data: { address: "Camino 22" } });
  expect(await runStep(ctx, `publish/${id}`)).toEqual({ outcome: "checked" });
  const load = await loadOf(id);
  expect(load.status).toBe("checked");
  expect(load.notices).toEqual([expect.stringContaining("cambiaron después de la comprobación")]);
  expect(await db.loadChange.count({ where: { loadId: id } })).toBe(0);

  await approveLoad(administrator, { id, seen: (await loadOf(id)).finishedAt ?? NOW });
  expect(await runStep(ctx, `publish/${id}`)).toEqual({ outcome: "published" });
});

test("a run that took too long does not undo what was decided meanwhile", async () => {
  const id = await received(packageFiles());
  const path = await ctx.store.localPath((await loadOf(id)).packageKey ?? "");
  await db.load.update({ where: { id }, data: { status: "publishing" } });
  await expect(loadPackage(ctx, path ?? "", { id, dryRun: true })).rejects.toThrow("not under way");
  expect(await loadOf(id)).toMatchObject({ status: "publishing", counts: [] });
  await db.load.update({ where: { id }, data: { status: "discarded" } });
  await expect(loadPackage(ctx, path ?? "", { id, approved: [] })).rejects.toThrow("not under way");
  expect((await loadOf(id)).status).toBe("discarded");
});

test("a package that cannot be read is refused by the name its sender knows", async () => {
  const id = await received({ "leame.txt": "nada" }, "noviembre.zip");
  expect(await runStep(ctx, `check/${id}`)).toEqual({ outcome: "refused" });
  const load = await loadOf(id);
  expect(load).toMatchObject({ status: "refused", counts: [] });
  expect(load.refusal).toContain("datapackage.json");
  expect(load.refusal).not.toMatch(/[0-9a-f]{16}/);
});

test("packages that no load needs are deleted after an hour, and no others", async () => {
  const [waiting, done] = [
    await received(packageFiles(), "a.zip"),
    await received({ "b.txt": "b" }, "b.zip"),
  ];
  await db.load.update({ where: { id: done }, data: { status: "refused" } });
  const halfway = join(folder, "incoming", "f".repeat(64));
  await writeFile(halfway, "half");
  const there = async () => {
    const keys = [waiting, done].map(async (id) => ctx.store.localPath((await loadOf(id)).packageKey ?? ""));
    return [...(await Promise.all(keys)), existsSync(halfway)].map(Boolean);
  };
  const later = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  expect(await purgePackages(db, ctx.store, later(0.9))).toMatchObject({
    packages: expect.any(Number) as number,
  });
  expect(await there()).toEqual([true, true, true]);
  await purgePackages(db, ctx.store, later(1.1));
  expect(await there()).toEqual([true, false, true]);
  await purgePackages(db, ctx.store, later(2.1));
  expect(await there()).toEqual([true, false, false]);
});

const environment = {
  ...process.env,
  DATABASE_URL: url,
  EMPALME_SECRET: "a secret of the tests, long enough to sign",
  APP_URL: "http://localhost:3000",
  EMPALME_DEMONSTRATION: "1",
  EMPALME_DATA_DIR: folder,
  LOG_LEVEL: "silent",
};
const startWorker = () => startProgram("bin/worker.ts", environment);

test("a worker that starts later finds what waits", { timeout: 60_000 }, async () => {
  const { id } = await aLoad(db);
  const worker = await startWorker();
  await vi.waitFor(async () => expect((await loadOf(id)).status).toBe("failed"), 30_000);
  expect((await loadOf(id)).refusal).toContain("Súbalo de nuevo");
  await worker.stop();
});

test("what a killed worker left is taken up by the next one", { timeout: 240_000 }, async () => {
  const { id } = await aLoad(db);
  const held = await pool.connect();
  await held.query("BEGIN");
  await held.query("SELECT FROM load WHERE id = $1 FOR UPDATE", [id]);
  const killed = spawn(process.execPath, ["bin/worker.ts"], { env: environment, stdio: "ignore" });
  const waits =
    "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
  await vi.waitFor(async () => expect((await pool.query(waits)).rowCount).not.toBe(0), 30_000);
  killed.kill("SIGKILL");
  await once(killed, "exit");
  await held.query("ROLLBACK");
  held.release();
  const next = await startWorker();
  await vi.waitFor(async () => expect((await loadOf(id)).status).toBe("failed"), 120_000);
  await next.stop();
});

test("a load that fails every time is given up", { timeout: 240_000 }, async () => {
  // No file store takes this for a key: every try throws.
  const { id } = await aLoad(db, { packageKey: "nothing" });
  const worker = await startWorker();
  await vi.waitFor(async () => expect((await loadOf(id)).status).toBe("checking"), 30_000);
  await vi.waitFor(async () => expect((await loadOf(id)).status).toBe("failed"), 100_000);
  expect((await loadOf(id)).refusal).toContain("varias veces");
  await worker.stop();
});
