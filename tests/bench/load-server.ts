import pg from "pg";
import { migrate } from "../../lib/platform/schema-engine.ts";
import { databaseUrl, execute, startThrowaway } from "../support/postgres.ts";

const TEMPLATE = "bench_template";

/** The PostgreSQL on which loads and their peers are measured, both on the same one; each database in place of the last of its name. */
export interface LoadServer {
  /** Migrated and without rows. */
  portalDatabase(name: string): Promise<string>;
  /** With nothing in it. */
  emptyDatabase(name: string): Promise<string>;
  /** Writes out what earlier work left: it is not to be paid by who comes next. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export async function startLoadServer(): Promise<LoadServer> {
  const server = await startThrowaway();
  await execute(server.url, [`CREATE DATABASE ${TEMPLATE}`]);
  await migrate(databaseUrl(server.url, TEMPLATE));
  const settle = () => execute(server.url, ["CHECKPOINT"]);
  const made = async (name: string, template: string) => {
    const drop = `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`;
    await execute(server.url, [drop, `CREATE DATABASE ${name} TEMPLATE ${template}`]);
    await settle();
    return databaseUrl(server.url, name);
  };
  return {
    portalDatabase: (name) => made(name, TEMPLATE),
    emptyDatabase: (name) => made(name, "template0"),
    settle,
    stop: () => server.stop(),
  };
}

/** Runs a statement in a database and returns its rows. */
export async function rowsOf<Row extends pg.QueryResultRow>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}
