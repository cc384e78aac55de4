import type { PrismaClient } from "../generated/client.ts";
import type { KeptMail } from "./compose.ts";

/*
 * Who has which mail in hand, and how it ended. Every instant is the database's, so that workers on machines whose
 * clocks differ agree. `attempts` is the claim's number: a worker that was frozen, and whose mail another has taken up,
 * can change nothing of it any more.
 */

/** A mail in a worker's hand. */
export interface ClaimedMail extends KeptMail {
  attempts: number;
  /** How often its content left before and no answer came. */
  unanswered: number;
  /** Until it is of no use, from now on; not above zero when it is of none already. */
  usefulSeconds: number;
}

/** A claim that is not renewed for this long is a dead worker's. */
const CLAIM_SECONDS = 30;

type Claim = Pick<ClaimedMail, "id" | "attempts">;

/** Whether there is anything to send. */
export async function isMailDue(db: PrismaClient): Promise<boolean> {
  const [found] = await db.$queryRaw<{ due: boolean }[]>`
    SELECT EXISTS (SELECT FROM outbound_mail WHERE state = 'queued' AND due_at <= now())
        OR EXISTS (SELECT FROM outbound_mail WHERE state = 'sending' AND claimed_until < now()) AS due`;
  return found?.due ?? false;
}

/** Takes up the mail that has waited longest, or whose worker died; null when none is due. Nobody else gets it. */
export async function claimMail(db: PrismaClient): Promise<ClaimedMail | null> {
  const [claimed] = await db.$queryRaw<ClaimedMail[]>`
    UPDATE outbound_mail AS mail SET
      state = 'sending',
      attempts = attempts + 1,
      claimed_until = now() + make_interval(secs => ${CLAIM_SECONDS}),
      unanswered = unanswered + CASE WHEN left_at IS NULL THEN 0 ELSE 1 END,
      left_at = NULL
    WHERE id = (
      SELECT id FROM outbound_mail
      WHERE (state = 'queued' AND due_at <= now()) OR (state = 'sending' AND claimed_until < now())
      ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, recipient, subject, blocks, queued_at AS "queuedAt", attempts, unanswered,
      extract(epoch FROM give_up_at - now())::float8 AS "usefulSeconds"`;
  return claimed ?? null;
}

/** Says that the worker lives; false when the mail is no longer its own. */
export async function renewClaim(db: PrismaClient, { id, attempts }: Claim): Promise<boolean> {
  const renewed = await db.$executeRaw`
    UPDATE outbound_mail SET claimed_until = now() + make_interval(secs => ${CLAIM_SECONDS})
    WHERE id = ${id}::uuid AND attempts = ${attempts} AND state = 'sending'`;
  return renewed === 1;
}

/** Records that the content leaves now. @throws Error when the mail is no longer this worker's: it must not leave. */
export async function recordLeaving(db: PrismaClient, { id, attempts }: Claim): Promise<void> {
  const recorded = await db.$executeRaw`
    UPDATE outbound_mail SET left_at = now(), claimed_until = now() + make_interval(secs => ${CLAIM_SECONDS})
    WHERE id = ${id}::uuid AND attempts = ${attempts} AND state = 'sending'`;
  if (recorded !== 1) throw new Error("another worker has taken up this mail");
}

/** The mail is over; its words go. */
export async function finishMail(
  db: PrismaClient,
  { id, attempts }: Claim,
  { state, problem }: { state: "sent" | "failed" | "unknown"; problem: string | null },
): Promise<void> {
  await db.$executeRaw`
    UPDATE outbound_mail SET state = ${state}::outbound_mail_state, problem = ${problem}, finished_at = now(),
      blocks = NULL, claimed_until = NULL, left_at = NULL
    WHERE id = ${id}::uuid AND attempts = ${attempts} AND state = 'sending'`;
}

/** The mail is tried again in `seconds`. */
export async function putBackMail(
  db: PrismaClient,
  { id, attempts }: Claim,
  { seconds, unanswered, problem }: { seconds: number; unanswered: number; problem: string },
): Promise<void> {
  await db.$executeRaw`
    UPDATE outbound_mail SET state = 'queued', due_at = now() + make_interval(secs => ${seconds}),
      unanswered = ${unanswered}, problem = ${problem}, claimed_until = NULL, left_at = NULL
    WHERE id = ${id}::uuid AND attempts = ${attempts} AND state = 'sending'`;
}
