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

/**
 * Work whose list is a table of the portal's own: what is asked for commits with the row that says so, and a worker that
 * starts later, or again, finds it there.
 */
export interface QueuedJob {
  name: string;
  /** A key for each thing there is to do now; asked every two seconds. */
  due(db: PrismaClient): Promise<string[]>;
  /** Does it, or as much as there is time for before `ending`; tried again when it fails, or when its worker was killed. */
  run(db: PrismaClient, key: string, ending: AbortSignal): Promise<object>;
  /** Called once it has failed every time. */
  giveUp(db: PrismaClient, key: string): Promise<void>;
}

export interface Jobs {
  scheduled: readonly ScheduledJob[];
  queued: readonly QueuedJob[];
}

/** The job of a worker that was killed is given to another after this long, not after a quarter of an hour. */
const HEARTBEAT_SECONDS = 30;
/** What the clock starts may begin this much later. */
const POLL_SECONDS = 30;
/** What somebody waits for begins this soon. */
const DUE_SECONDS = 2;
const QUEUED = { retryLimit: 4, retryDelay: 5, expireInSeconds: 23 * 3600, deleteAfterSeconds: 3600 };
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

type Keyed = { key: string };

async function queue(boss: PgBoss, db: PrismaClient, job: QueuedJob, ending: AbortSignal): Promise<void> {
  const failed = `${job.name}-failed`;
  const heartbeat = { heartbeatSeconds: HEARTBEAT_SECONDS };
  await boss.createQueue(failed, { ...QUEUED, ...heartbeat, retryLimit: 1_000 });
  // Exclusive: a key that waits or is worked on is not taken twice, by however many workers.
  await boss.createQueue(job.name, { ...QUEUED, ...heartbeat, policy: "exclusive", deadLetter: failed });
  const every = { pollingIntervalSeconds: DUE_SECONDS };
  await boss.work<Keyed>(job.name, every, async (jobs) => {
    for (const { data } of jobs)
      log.info({ job: job.name, ...(await job.run(db, data.key, ending)) }, "job done");
  });
  await boss.work<Keyed>(failed, every, async (jobs) => {
    for (const { data } of jobs) await job.giveUp(db, data.key);
    log.error({ job: job.name }, "job given up");
  });
}

/** Turns what is due into jobs, until the end. */
async function feed(boss: PgBoss, db: PrismaClient, job: QueuedJob, pause: () => Promise<boolean>) {
  while (await pause()) {
    try {
      for (const key of await job.due(db)) await boss.send(job.name, { key }, { singletonKey: key });
    } catch (err) {
      log.warn({ err, job: job.name }, "cannot ask what is due");
    }
  }
}

/** Runs the jobs until a signal; a database that is away is waited for, at the start and at any time after. */
export async function work({ scheduled, queued }: Jobs): Promise<void> {
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
    // How soon a heartbeat that is missing is noticed.
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
  });
  boss.on("error", (err) => log.warn({ err }, "job queue"));
  const begin = async () => {
    await boss.start();
    for (const job of scheduled) await schedule(boss, db, job);
    for (const job of queued) await queue(boss, db, job, ending.signal);
    log.info({ jobs: scheduled.length + queued.length }, "worker ready");
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
  const dueLater = async () => (await paused(DUE_SECONDS * 1000), !ending.signal.aborted);
  for (const job of queued) void feed(boss, db, job, dueLater);
  if (!ending.signal.aborted)
    await new Promise((ended) => ending.signal.addEventListener("abort", ended, { once: true }));
  await boss.stop({ graceful: true, timeout: STOP_MS });
  await db.$disconnect();
  process.exit(0);
}
