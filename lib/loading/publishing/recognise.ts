import type pg from "pg";
import type { ResourceCount } from "../model.ts";

interface Published {
  id: string;
  fingerprint: string;
  counts: ResourceCount[];
}

/** The load that made the portal's data what they are; null before the first. */
export async function lastPublished(client: pg.ClientBase): Promise<Published | null> {
  const { rows } = await client.query<Published>(
    "SELECT id, fingerprint, counts FROM load WHERE published_at IS NOT NULL ORDER BY published_at DESC LIMIT 1",
  );
  return rows[0] ?? null;
}

/** What the same package counts when it is loaded again. */
export const unchangedCounts = (counts: readonly ResourceCount[]): ResourceCount[] =>
  counts.map((count) => ({ ...count, inserted: 0, updated: 0, unchanged: count.accepted, deleted: 0 }));
