import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareDemonstration } from "../../lib/demonstration/prepare.ts";
import { DATABASE_NAME, prepareDatabase } from "../../lib/platform/database.ts";
import { embeddedUrl, freePort, startPostgres } from "../../lib/platform/embedded-postgres.ts";
import { startProgram } from "../../lib/platform/supervisor.ts";

/** The built portal at work with the demonstration's company, on ports and in a folder of its own. */
export interface Portal {
  /** Without a final slash. */
  url: string;
  databaseUrl: string;
  /** Folder in which it leaves its mail. */
  outbox: string;
  /** A second copy of the application on the same database, as behind a balancer. */
  startCopy(): Promise<Copy>;
  stopDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
  stop(): Promise<void>;
}

/** Another web process; `kill` leaves it no time to end what it was doing. */
export interface Copy {
  url: string;
  kill(): void;
  stop(): Promise<void>;
}

/**
 * Starts the portal as the supervisor does, in a throw-away folder; `settings` are added to its environment, and
 * `fill` puts other data than the demonstration's there.
 *
 * @throws Error when there is no build: `npm test` makes one, otherwise `npm run build`.
 */
export async function startPortal(
  settings: Record<string, string> = {},
  fill: (databaseUrl: string, dataDir: string) => Promise<unknown> = theDemonstration,
): Promise<Portal> {
  const dataDir = await mkdtemp(join(tmpdir(), "empalme-"));
  const databasePort = await freePort();
  let postgres = await startPostgres(dataDir, databasePort);
  const databaseUrl = embeddedUrl(databasePort, DATABASE_NAME);
  await prepareDatabase(databaseUrl);
  await fill(databaseUrl, dataDir);

  const port = await freePort();
  const url = `http://localhost:${port}`;
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    EMPALME_SECRET: "a secret of the tests, long enough to sign",
    APP_URL: url,
    PORT: String(port),
    EMPALME_DEMONSTRATION: "1",
    EMPALME_DATA_DIR: dataDir,
    LOG_LEVEL: "error",
    ...settings,
  };
  const web = await startProgram("bin/web.ts", environment);
  const worker = await startProgram("bin/worker.ts", environment);
  await answers(`${url}/api/ready`);
  const copies: Copy[] = [];
  return {
    url,
    databaseUrl,
    outbox: join(dataDir, "outbox"),
    startCopy: async () => {
      const copy = await startCopy(environment);
      copies.push(copy);
      return copy;
    },
    stopDatabase: () => postgres.stop(),
    startDatabase: async () => {
      postgres = await startPostgres(dataDir, databasePort);
    },
    stop: async () => {
      await Promise.all([web, worker, ...copies].map((running) => running.stop()));
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Reached at a port of its own, and by the same address as the first: a balancer would hide which one answers. */
async function startCopy(environment: NodeJS.ProcessEnv): Promise<Copy> {
  const port = await freePort();
  const web = fork("bin/web.ts", { env: { ...environment, PORT: String(port) }, execArgv: [] });
  const ended = once(web, "exit");
  await once(web, "message");
  const url = `http://localhost:${port}`;
  await answers(`${url}/api/ready`);
  return {
    url,
    kill: () => void web.kill("SIGKILL"),
    stop: async () => {
      web.kill("SIGTERM");
      await ended;
    },
  };
}

const theDemonstration = (databaseUrl: string, dataDir: string) =>
  prepareDemonstration({ databaseUrl, dataDir, country: "cl", now: () => new Date() });

async function answers(url: string): Promise<void> {
  const { status } = await fetch(url);
  if (status !== 200) throw new Error(`${url} answers ${status}`);
}
