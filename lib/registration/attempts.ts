import { createHash } from "node:crypto";
import type { Prisma } from "../platform/generated/client.ts";

/** How much of one thing is allowed, per whom or what it is for. */
export interface Limit {
  /** What is limited: "sign-in document". */
  scope: string;
  /** Tries before the first wait. */
  allowed: number;
  /** Seconds of the first wait, which doubles with every further try, and of the longest. */
  firstWait: number;
  longestWait: number;
  /** Seconds after which one try is forgotten, where many people share the limit; null where they are kept for a day. */
  forgetsEach: number | null;
}

/** A limit and whom or what a try is for: a document, a supply, a network. Hashed, so that the table names nobody. */
export interface Try {
  limit: Limit;
  subject: string;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const limit = (scope: string, allowed: number, firstWait: number, longestWait: number): Limit => ({
  scope,
  allowed,
  firstWait,
  longestWait,
  forgetsEach: null,
});

/**
 * A network's limit: one network may be a whole village's, which would else stay shut for as long as one of it keeps
 * trying. One try more each `wait` seconds, and after a pause as many as they fit in it, up to `allowed`.
 */
const shared = (scope: string, allowed: number, wait: number): Limit => ({
  scope,
  allowed,
  firstWait: wait,
  longestWait: wait,
  forgetsEach: wait,
});

/**
 * Every limit of the portal (docs/operador/limites.md). Each thing has its own, so that whoever is kept from signing in can
 * still recover.
 */
export const LIMITS = {
  signInDocument: limit("sign-in document", 5, MINUTE, 15 * MINUTE),
  signInNetwork: shared("sign-in network", 30, MINUTE),
  codePerson: limit("code person", 5, MINUTE, 15 * MINUTE),
  /** Of somebody signed in, who says it again before a change. */
  passwordPerson: limit("password person", 5, MINUTE, 15 * MINUTE),
  registerDocument: limit("register document", 5, 5 * MINUTE, HOUR),
  registerEmail: limit("register e-mail", 5, 5 * MINUTE, HOUR),
  registerNetwork: shared("register network", 20, 5 * MINUTE),
  recoverDocument: limit("recover document", 3, 5 * MINUTE, HOUR),
  recoverNetwork: shared("recover network", 20, 5 * MINUTE),
  changeEmail: limit("change e-mail", 5, 5 * MINUTE, HOUR),
  linkSupply: limit("link supply", 5, 15 * MINUTE, 6 * HOUR),
  linkPerson: limit("link person", 5, 5 * MINUTE, HOUR),
  linkNetwork: shared("link network", 20, 5 * MINUTE),
  sharePerson: limit("share person", 10, 5 * MINUTE, HOUR),
} as const;

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

const keyOf = ({ limit: { scope }, subject }: Try) =>
  createHash("sha256").update(`${scope}:${subject}`).digest("hex");

/** How many tries of the row `tried` count today, by the limit `asked` of it. */
const REMEMBERED = `CASE WHEN tried.last_failure_at < now() - interval '1 day' THEN 0 ELSE greatest(0,
  tried.failures - coalesce(greatest(0, extract(epoch FROM now() - tried.last_failure_at)::float8) / asked.forgets_each, 0)) END`;

/**
 * Counts a try before it is checked, so that tries in parallel cannot slip past a limit; false when it must wait. One
 * round trip for all its limits.
 *
 * A day without tries forgets them. What does not exist is counted alike. The clock is the database's, so that every copy
 * of the application agrees.
 */
export async function takeAttempt(db: Prisma.TransactionClient, tries: readonly Try[]): Promise<boolean> {
  const keys = tries.map(keyOf);
  const [allowed, first, longest, forgets] = (
    ["allowed", "firstWait", "longestWait", "forgetsEach"] as const
  ).map((part) => tries.map(({ limit: of }) => of[part]));
  const taken = await db.$queryRawUnsafe<{ key: string }[]>(
    `WITH asked AS (
       SELECT * FROM unnest($1::text[], $2::int[], $3::int[], $4::int[], $5::int[])
         AS asked (key, allowed, first, longest, forgets_each))
     INSERT INTO attempt AS tried (key, failures, last_failure_at) SELECT key, 1, now() FROM asked ORDER BY key
     ON CONFLICT (key) DO UPDATE SET
       failures = (SELECT ${REMEMBERED} + 1 FROM asked WHERE asked.key = tried.key),
       last_failure_at = greatest(tried.last_failure_at, now())
     WHERE (
       SELECT ${REMEMBERED} + 1 <= allowed OR tried.last_failure_at <= now() - least(make_interval(secs => longest),
         make_interval(secs => first * power(2, greatest(0, least(10, tried.failures - allowed)))))
       FROM asked WHERE asked.key = tried.key)
     RETURNING key`,
    ...[keys, allowed, first, longest, forgets],
  );
  return taken.length === keys.length;
}

/**
 * After a try that succeeded, in one round trip: what it was for starts afresh (`forgiven`); where many share a limit, they
 * get this try back, and no other (`returned`).
 *
 * The rows are locked in the order in which `takeAttempt` takes them, so that neither waits for the other in a circle.
 */
export async function settleAttempt(
  db: Prisma.TransactionClient,
  { forgiven, returned = [] }: { forgiven: readonly Try[]; returned?: readonly Try[] },
): Promise<void> {
  const afresh = forgiven.map(keyOf);
  await db.$executeRaw`
    UPDATE attempt SET failures = CASE WHEN key = ANY (${afresh}::text[]) THEN 0 ELSE greatest(0, failures - 1) END
    WHERE key IN (
      SELECT key FROM attempt WHERE key = ANY (${[...afresh, ...returned.map(keyOf)]}::text[]) ORDER BY key FOR UPDATE)`;
}
