import { createHash } from "node:crypto";
import type { StaffRole } from "../kernel/context.ts";

/** A signed-in person, as every request finds them in the database. */
export interface SignedIn {
  userId: string;
  name: string;
  /** Null for a customer. */
  staffRole: StaffRole | null;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long after the password the second factor may be given. */
export const HALF_OPEN_MS = 10 * MINUTE;

/**
 * How long a session lives: without use, and at most. Staff sessions, which reach everybody's data, are shorter.
 * Source: OWASP ASVS 5.0, 7.3.1 and 7.3.2.
 */
export function sessionLimits(staff: boolean): { idleMs: number; absoluteMs: number } {
  return staff
    ? { idleMs: 15 * MINUTE, absoluteMs: 8 * HOUR }
    : { idleMs: 30 * MINUTE, absoluteMs: 12 * HOUR };
}

/** Whether a session that began at `createdAt` and was last used at `lastSeenAt` still stands at `now`. */
export function sessionStands(
  session: { createdAt: Date; lastSeenAt: Date },
  staff: boolean,
  now: Date,
): boolean {
  const { idleMs, absoluteMs } = sessionLimits(staff);
  return (
    now.getTime() - session.lastSeenAt.getTime() < idleMs &&
    now.getTime() - session.createdAt.getTime() < absoluteMs
  );
}

/** The key of a session's row: the cookie's token itself is never stored. */
export const sessionId = (token: string) => createHash("sha256").update(token).digest("hex");
