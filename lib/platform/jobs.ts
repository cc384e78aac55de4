import { setTimeout as wait } from "node:timers/promises";
import { PgBoss } from "pg-boss";
import { createDb } from "./create-db.ts";
import { inUtc } from "./database-url.ts";
import { env } from "./env.ts";
import type { PrismaClient } from "./generated/client.ts";
import { captureConsole, log, logUncaught } from "./log.ts";
import { supervised } from "./supervisor.ts";

/** Something the worker does by the clock. */
export interface ScheduledJob {
  name: string;
  /** In UTC, as cron writes it. */
  cron: string;
  run(db: PrismaClient): Promise<object>;
}

/** The job of a worker that was killed is given to another after this long, not after a quarter of an hour. */
const HEARTBEAT_SECONDS = 30;
/** What the clock starts may begin this much later. */
const POLL_SECONDS = 30;
const RETRY_MS = 2_000;
const STOP_MS = 20_000;

async function schedule(boss: PgBoss, db: PrismaClient, job: ScheduledJob): Promise<void> {
  await boss.createQueue(job.name, {
    policy: "singleton",
    heartbeatSeconds: HEARTBEAT_SECONDS,
    retryLimit: 3,
  });
  await boss.schedule(job.name, job.cron, null, { tz: "UTC" });
  await boss.work(job.name, { pollingIntervalSeconds: POLL_SECONDS }, async () => {
    const outcome = await job.run(db);
    log.info({ job: job.name, ...outcome }, "job done");
  });
}

/** Runs the jobs until a signal; a database that is away is waited for, at the start and at any time after. */
export async function work(jobs: readonly ScheduledJob[]): Promise<void> {
  const { DATABASE_URL, LOG_LEVEL } = env();
  log.level = LOG_LEVEL;
  const ending = new AbortController();
  captureConsole();
  logUncaught(() => ending.abort());
  supervised(() => ending.abort());

  const db = createDb(DATABASE_URL);
  const boss = new PgBoss({
    connectionString: inUtc(DATABASE_URL),
    schema: "pgboss",
    max: 4,
    connectionTimeoutMillis: 3_000,
  });
  boss.on("error", (err) => log.warn({ err }, "job queue"));
  const begin = async () => {
    await boss.start();
    for (const job of jobs) await schedule(boss, db, job);
    log.info({ jobs: jobs.length }, "worker ready");
  };
  const paused = (ms: number) => wait(ms, undefined, { signal: ending.signal }).catch(() => {});
  let begun = false;
  while (!begun && !ending.signal.aborted) {
    begun = await begin().then(
      () => true,
      (err: unknown) => (log.warn({ err }, "worker waits for the database"), false),
    );
    if (!begun) await paused(RETRY_MS);
  }
  if (!ending.signal.aborted)
    await new Promise((ended) => ending.signal.addEventListener("abort", ended, { once: true }));
  await boss.stop({ graceful: true, timeout: STOP_MS });
  await db.$disconnect();
  process.exit(0);
}
