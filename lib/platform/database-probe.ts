import pg from "pg";

const CONNECT_MS = 1_000;
/** Many requests that fail together ask once. */
const FRESH_MS = 500;

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: CONNECT_MS,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch {
    return false;
  } finally {
    client.end().catch(() => {});
  }
}

/** Tells whether the database at `url` answers, within a second or two; asked when something has failed. */
export function databaseProbe(url: string): () => Promise<boolean> {
  let last: { at: number; outcome: Promise<boolean> } | undefined;
  return () => {
    if (!last || Date.now() - last.at > FRESH_MS) last = { at: Date.now(), outcome: answers(url) };
    return last.outcome;
  };
}
