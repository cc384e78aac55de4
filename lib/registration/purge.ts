import type { PrismaClient } from "../platform/generated/client.ts";
import { sessionLimits } from "./model.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Deletes sessions that no longer stand for anybody, at the customer's limits, the longer ones, and tries a
 * day old, which the limiter forgets by itself (attempts.ts). Returns how many rows of each went.
 */
export async function purgeExpired(
  db: PrismaClient,
  now: Date,
): Promise<{ sessions: number; attempts: number }> {
  const { idleMs, absoluteMs } = sessionLimits(false);
  const before = (ms: number) => new Date(now.getTime() - ms);
  const [sessions, attempts] = await Promise.all([
    db.portalSession.deleteMany({
      where: { OR: [{ createdAt: { lte: before(absoluteMs) } }, { lastSeenAt: { lte: before(idleMs) } }] },
    }),
    db.attempt.deleteMany({ where: { lastFailure: { lte: before(DAY_MS) } } }),
  ]);
  return { sessions: sessions.count, attempts: attempts.count };
}
