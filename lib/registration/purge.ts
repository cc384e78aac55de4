import type { PrismaClient } from "../platform/generated/client.ts";
import { HOLDS_MS } from "./mailed-token.ts";
import { sessionLimits } from "./model.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** As long as a person may want to look back, and no longer. */
const EVENTS_MS = 365 * DAY_MS;

/**
 * Deletes what is of no use any more: sessions past the customer's limits, the longer ones; tries a day old, which the
 * limiter forgets by itself (attempts.ts); registrations that nobody confirmed, links that no longer hold, and security
 * events a year old. Returns how many rows of each went.
 */
export async function purgeExpired(db: PrismaClient, now: Date): Promise<Record<string, number>> {
  const { idleMs, absoluteMs } = sessionLimits(false);
  const before = (ms: number) => new Date(now.getTime() - ms);
  const deleted = {
    sessions: db.portalSession.deleteMany({
      where: { OR: [{ createdAt: { lte: before(absoluteMs) } }, { lastSeenAt: { lte: before(idleMs) } }] },
    }),
    attempts: db.attempt.deleteMany({ where: { lastFailure: { lte: before(DAY_MS) } } }),
    registrations: db.pendingRegistration.deleteMany({
      where: { createdAt: { lte: before(HOLDS_MS.confirm_registration) } },
    }),
    links: db.mailedToken.deleteMany({ where: { expiresAt: { lte: now } } }),
    events: db.securityEvent.deleteMany({ where: { at: { lte: before(EVENTS_MS) } } }),
  };
  const counts = Object.entries(deleted).map(async ([of, many]) => [of, (await many).count] as const);
  return Object.fromEntries(await Promise.all(counts));
}
