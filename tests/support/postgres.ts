import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startPostgres } from "../../lib/platform/embedded-postgres.ts";
import { migrate } from "../../lib/platform/schema-engine.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Connection string of the server's maintenance database. */
    postgres: string;
    /** Prefix of this run's databases; `<prefix>_template` is migrated and empty. */
    databases: string;
  }
}

/** A real PostgreSQL for the run: the one of TEST_DATABASE_URL, or an embedded one that is thrown away afterwards. */
export default async function postgres(project: TestProject) {
  const server = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, stop: async () => {} }
    : await startThrowaway();
  const databases = `empalme_test_${process.pid}`;
  try {
    await execute(server.url, [`CREATE DATABASE ${databases}_template`]);
    await migrate(databaseUrl(server.url, `${databases}_template`));
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide("postgres", server.url);
  project.provide("databases", databases);
  return async () => {
    await dropDatabases(server.url, databases);
    await server.stop();
  };
}

/** An embedded server in a temporary folder; `stop` deletes it. `url` is that of its maintenance database. */
export async function startThrowaway() {
  const folder = await mkdtemp(join(tmpdir(), "empalme-"));
  const server = await startPostgres(folder);
  return {
    url: server.url("postgres"),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The connection string of another database of the same server. */
export function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.toString();
}

/** Runs statements that no transaction may hold, such as CREATE DATABASE, one by one. */
export async function execute(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function dropDatabases(server: string, prefix: string) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>(
    "SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
    [`${prefix}_`],
  );
  for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
  await client.end();
}
