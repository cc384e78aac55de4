import { createHash } from "node:crypto";
import type { PrismaClient } from "../platform/generated/client.ts";

/** Failed tries before the first wait: of one document, and of one network address (many people may share one). */
export const FAILURES_ALLOWED = { document: 5, address: 30 };

/** Who tries: hashed, so that the table names neither people nor addresses. */
export interface Attempt {
  document: string;
  address: string;
}

/** One subscriber of IPv6 holds a whole /64 of addresses: they count as one. IPv4 addresses stand for themselves. */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("%", 1)[0]?.split("::") ?? [];
  const groups = head.split(":").filter(Boolean);
  const omitted = tail === undefined ? 0 : 8 - groups.length - tail.split(":").filter(Boolean).length;
  const all = [...groups, ...Array<string>(omitted).fill("0"), ...(tail ?? "").split(":")];
  return `${all
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

const hashed = (text: string) => createHash("sha256").update(text).digest("hex");
const keysOf = ({ document, address }: Attempt) => ({
  document: hashed(`document:${document}`),
  address: hashed(`address:${networkOf(address)}`),
});

/**
 * Counts a try before it is checked, so that tries in parallel cannot slip past the limit; false when it must wait.
 *
 * After the allowed failures each further one doubles the wait, from one minute to a quarter of an hour; a day without
 * failures forgets them. Documents that do not exist are counted alike. The clock is the database's, so that every
 * copy of the application agrees.
 */
export async function takeAttempt(db: PrismaClient, attempt: Attempt): Promise<boolean> {
  const keys = keysOf(attempt);
  const allowed = await db.$queryRaw<{ key: string }[]>`
    INSERT INTO sign_in_attempt AS tried (key, failures, last_failure_at)
    SELECT key, 1, now() FROM unnest(${[keys.document, keys.address]}::text[]) AS key ORDER BY key
    ON CONFLICT (key) DO UPDATE SET
      failures = CASE WHEN tried.last_failure_at < now() - interval '1 day' THEN 1 ELSE tried.failures + 1 END,
      last_failure_at = now()
    WHERE tried.last_failure_at <= now() - CASE
      WHEN tried.failures < CASE WHEN tried.key = ${keys.address} THEN ${FAILURES_ALLOWED.address}::int
                                 ELSE ${FAILURES_ALLOWED.document}::int END THEN interval '0'
      ELSE least(interval '15 minutes', interval '1 minute' * power(2, least(10, tried.failures
        - CASE WHEN tried.key = ${keys.address} THEN ${FAILURES_ALLOWED.address}::int
               ELSE ${FAILURES_ALLOWED.document}::int END)))
      END
    RETURNING key`;
  return allowed.length === 2;
}

/** A try that succeeded: the document starts afresh and the address gets its try back. */
export async function forgiveAttempt(db: PrismaClient, attempt: Attempt): Promise<void> {
  const keys = keysOf(attempt);
  await db.$executeRaw`
    WITH fresh AS (DELETE FROM sign_in_attempt WHERE key = ${keys.document})
    UPDATE sign_in_attempt SET failures = greatest(0, failures - 1) WHERE key = ${keys.address}`;
}
