import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { DATABASE_NAME, prepareDatabase } from "../../lib/platform/database.ts";
import { embeddedUrl, freePort, startPostgres } from "../../lib/platform/embedded-postgres.ts";

const RESTART_MS = 15_000;

/** A migrated database on a PostgreSQL of its own, which can be killed outright and started again. */
export interface MortalDatabase {
  url: string;
  /** Goes on working after a restart. */
  pool: pg.Pool;
  /** SIGKILL to the postmaster: no farewell, nothing written out. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export async function aDatabaseThatDies(): Promise<MortalDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "empalme-"));
  const port = await freePort();
  let server = await startPostgres(folder, port);
  const url = embeddedUrl(port, DATABASE_NAME);
  await prepareDatabase(url);
  const pool = new pg.Pool({ connectionString: url, max: 3 });
  // Whoever waits for a query hears of it; a connection that nobody uses may die in silence.
  pool.on("error", () => {});
  return {
    url,
    pool,
    async kill() {
      process.kill(
        Number(readFileSync(join(folder, "postgres/postmaster.pid"), "utf8").split("\n", 1)[0]),
        "SIGKILL",
      );
      await server.exited;
    },
    async start() {
      server = await startedAgain(folder, port);
      for (let query = null; !query;) query = await pool.query("SELECT 1").catch(() => null);
    },
    async stop() {
      await pool.end();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The dead one's children notice within a moment that they are alone; until then they are in the way. */
async function startedAgain(folder: string, port: number) {
  const giveUpAt = Date.now() + RESTART_MS;
  for (;;)
    try {
      return await startPostgres(folder, port);
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
      await wait(100);
    }
}
