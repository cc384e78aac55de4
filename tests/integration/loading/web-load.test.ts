import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { chile } from "../../../lib/jurisdiction/cl/chile.ts";
import { progressWriter } from "../../../lib/loading/progress.ts";
import { checkLoad, dueSteps, giveUpStep, publishLoad, runStep } from "../../../lib/loading/web-load.ts";
import type { LoadStatus } from "../../../lib/platform/generated/client.ts";
import { localFileStore } from "../../../lib/platform/file-store.ts";
import { startProgram } from "../../../lib/platform/supervisor.ts";
import { aLoad, NOW } from "../../support/builders.ts";
import { freshDatabase } from "../../support/database.ts";
import { temporaryFolder } from "../../support/packages.ts";

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
  await db.load.deleteMany();
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
  await db.load.deleteMany();
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
  await vi.waitFor(async () => expect((await loadOf(id)).progress).toEqual(at(399)));
  expect(seen.some((progress) => progress !== null)).toBe(true);
  writer.report(at(500));
  await writer.end();
  await wait(200);
  expect((await loadOf(id)).progress).toEqual(at(399));
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

test("what a killed worker left is taken up by the next one", { timeout: 150_000 }, async () => {
  const { id } = await aLoad(db);
  const held = await pool.connect();
  await held.query("BEGIN");
  await held.query("SELECT FROM load WHERE id = $1 FOR UPDATE", [id]);
  const killed = spawn(process.execPath, ["bin/worker.ts"], { env: environment, stdio: "ignore" });
  const waits =
    "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
  await vi.waitFor(async () => expect((await pool.query(waits)).rowCount).toBe(1), 30_000);
  killed.kill("SIGKILL");
  await once(killed, "exit");
  await held.query("ROLLBACK");
  held.release();
  expect((await loadOf(id)).status).toBe("waiting");
  const next = await startWorker();
  await vi.waitFor(async () => expect((await loadOf(id)).status).toBe("failed"), 120_000);
  await next.stop();
});

test("a load that fails every time is given up", { timeout: 120_000 }, async () => {
  // No file store takes this for a key: every try throws.
  const { id } = await aLoad(db, { packageKey: "nothing" });
  const worker = await startWorker();
  await vi.waitFor(async () => expect((await loadOf(id)).status).toBe("checking"), 30_000);
  await vi.waitFor(async () => expect((await loadOf(id)).status).toBe("failed"), 100_000);
  expect((await loadOf(id)).refusal).toContain("varias veces");
  await worker.stop();
});
