import pg from "pg";
import { createDb } from "./create-db.ts";
import { announced, lockDataFolder } from "./data-folder.ts";
import { inUtc } from "./database-url.ts";
import { startPostgres } from "./embedded-postgres.ts";
import { startEnv } from "./env.ts";
import { databaseProblem, missingMigrations } from "./startup-checks.ts";

export const DATABASE_NAME = "empalme";

/** The embedded database: each demonstration company has its own, so that none meets another's data. */
export const embeddedDatabaseName = (demo: "cl" | "co") =>
  demo === "cl" ? DATABASE_NAME : `${DATABASE_NAME}_${demo}`;

/** Any number does, as long as nothing else in the database takes the same advisory lock. */
const MIGRATION_LOCK = 7_364_201;
const CONNECT_MS = 10_000;

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  // A lost connection fails the query that waits for it; without a listener it would end the process.
  client.on("error", () => {});
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

async function createIfMissing(url: string): Promise<void> {
  try {
    await withClient(url, async () => {});
  } catch (error) {
    if ((error as { code?: string }).code !== "3D000") throw error;
    const maintenance = new URL(url);
    const name = decodeURIComponent(maintenance.pathname.slice(1));
    maintenance.pathname = "/postgres";
    await withClient(maintenance.toString(), (client) =>
      client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`),
    );
  }
}

/** New sessions in UTC whoever opens them; where we may not say so, databaseProblem has the last word. */
async function defaultToUtc(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ zone: string; name: string }>(
    "SELECT current_setting('TimeZone') AS zone, current_database() AS name",
  );
  const [database] = rows;
  if (!database || database.zone === "UTC") return;
  await client
    .query(`ALTER DATABASE ${client.escapeIdentifier(database.name)} SET timezone = 'UTC'`)
    .catch((error: { code?: string }) => {
      if (error.code !== "42501") throw new Error("ALTER DATABASE failed", { cause: error });
    });
}

/** Two starts at once apply the migrations one after the other, and the second finds nothing to do. */
async function migrateAlone(client: pg.Client, url: string): Promise<void> {
  const { migrate } = await import("./schema-engine.ts");
  await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
  await migrate(url);
}

/**
 * Brings the database at `url` to what this version needs: it exists, its sessions are in UTC, it has every migration.
 *
 * @throws Error when it cannot be reached or does not fit, in words for whoever runs the portal.
 */
export async function prepareDatabase(url: string): Promise<void> {
  await createIfMissing(url);
  const db = createDb(url);
  try {
    await withClient(url, async (client) => {
      await defaultToUtc(client);
      if ((await missingMigrations(db)).length) await migrateAlone(client, inUtc(url));
    });
    const problem = await databaseProblem(db);
    if (problem) throw new Error(problem);
  } finally {
    await db.$disconnect();
  }
}

/**
 * The database for a command: that of DATABASE_URL, else the one that the portal running on `dataDir` uses, else the
 * embedded one, started for the command and stopped by `stop`. Migrated in every case but the second.
 *
 * @throws DataFolderInUse when another command has the embedded one.
 */
export async function openDatabase(dataDir: string): Promise<{ url: string; stop(): Promise<void> }> {
  const given = startEnv().DATABASE_URL;
  if (given) {
    await prepareDatabase(given);
    return { url: given, stop: async () => {} };
  }
  const running = await announced(dataDir);
  if (running) return { url: running.databaseUrl, stop: async () => {} };
  return openEmbedded(dataDir);
}

async function openEmbedded(dataDir: string) {
  const lock = await lockDataFolder(dataDir);
  const server = await startPostgres(dataDir);
  const stop = async () => {
    await server.stop();
    lock.release();
  };
  const interrupted = () => void stop().then(() => process.exit(130));
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  const url = server.url(embeddedDatabaseName(startEnv().EMPALME_DEMO));
  await prepareDatabase(url).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url, stop };
}
