import pg from "pg";
import { inUtc } from "../platform/database-url.ts";

/** Arbitrary, but the same in every version of the portal. */
const LOAD_LOCK = 5_107_733_026;

const SETTINGS = [
  "SET work_mem = '64MB'",
  "SET jit = off",
  // A loader that was killed gives its turn back at once, not when PostgreSQL has done what nobody waits for.
  "SET client_connection_check_interval = '1s'",
];

/**
 * A connection of the load's own that has the turn to load: there is one turn, and two loads queue. Whatever ends the
 * connection gives the turn back.
 *
 * @throws Error when the database is out of reach
 */
export async function takeTurn(databaseUrl: string, onWait: () => void): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: inUtc(databaseUrl),
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // A lost connection fails the query that waits for it; without a listener it would end the process.
  client.on("error", () => {});
  await client.connect();
  try {
    for (const setting of SETTINGS) await client.query(setting);
    const { rows } = await client.query<{ mine: boolean }>("SELECT pg_try_advisory_lock($1) AS mine", [
      LOAD_LOCK,
    ]);
    if (!rows[0]?.mine) {
      onWait();
      await client.query("SELECT pg_advisory_lock($1)", [LOAD_LOCK]);
    }
    return client;
  } catch (error) {
    await client.end();
    throw error;
  }
}
