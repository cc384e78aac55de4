import { setTimeout as wait } from "node:timers/promises";
import type { PrismaClient } from "../generated/client.ts";
import { log, withoutPersonalData } from "../log.ts";
import { MailError, type Carrier } from "./carrier.ts";
import { claimMail, finishMail, putBackMail, recordLeaving, renewClaim, type ClaimedMail } from "./claims.ts";
import { composed } from "./compose.ts";
import type { Sender } from "./mail.ts";

export interface MailContext {
  db: PrismaClient;
  carrier: Carrier;
  sender: Sender;
}

/** Mails on their way at the same time: one that a slow server holds up holds up none of the others. */
const LANES = 4;
const LOOK_AGAIN_MS = 1_000;
const RENEW_MS = 10_000;
const FIRST_PAUSE_SECONDS = 30;
const LONGEST_PAUSE_SECONDS = 3_600;
/** Without an answer a mail's content leaves once more, not again and again. */
const UNANSWERED_ALLOWED = 1;
const SETTLE_TRIES = 10;

/** Seconds until a mail is tried again: half a minute, doubled after each further try, at most an hour. */
export const pauseAfter = (attempts: number) =>
  Math.min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2 ** (attempts - 1));

export interface MailCounts {
  sent: number;
  later: number;
  failed: number;
}

/**
 * Sends what is due until nothing is, or `ending`. What goes wrong with a mail is kept with it and thrown nowhere; only
 * a database that is away is.
 *
 * What is guaranteed: a mail that was enqueued is handed over, or ends as `failed` or `unknown`, which the log says. No
 * two workers send it. It is sent again when, and only when, the mail server did not take it. One case is left that
 * nobody can decide: worker, database, server or connection ended between the content's first byte and the record of
 * the server's answer. Then it leaves a second time, with the same Message-ID, date and words, and never a third.
 */
export async function sendDueMail(ctx: MailContext, ending: AbortSignal): Promise<MailCounts> {
  const counts: MailCounts = { sent: 0, later: 0, failed: 0 };
  let busy = 0;
  const lane = async () => {
    while (!ending.aborted) {
      const mail = await claimMail(ctx.db);
      if (!mail && busy === 0) return;
      if (!mail) {
        await wait(LOOK_AGAIN_MS);
        continue;
      }
      busy += 1;
      counts[await sendOne(ctx, mail).finally(() => (busy -= 1))] += 1;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return counts;
}

async function sendOne({ db, carrier, sender }: MailContext, mail: ClaimedMail): Promise<keyof MailCounts> {
  if (mail.usefulSeconds <= 0) return finished(db, mail, "failed", "too late to be of use");
  if (mail.unanswered > UNANSWERED_ALLOWED) return finished(db, mail, "unknown", "no answer, twice");
  const renewing = setInterval(() => void renewClaim(db, mail).catch(() => false), RENEW_MS);
  try {
    const error = await carried(carrier, mail, { sender, leaving: () => recordLeaving(db, mail) });
    return await (error === null ? finished(db, mail, "sent", null) : failed(db, mail, error));
  } finally {
    clearInterval(renewing);
  }
}

/** Why it was not handed over, or null when it was. */
async function carried(
  carrier: Carrier,
  mail: ClaimedMail,
  { sender, leaving }: { sender: Sender; leaving: () => Promise<void> },
): Promise<MailError | null> {
  try {
    await carrier.carry(await composed(mail, sender), leaving);
    return null;
  } catch (error) {
    return error instanceof MailError ? error : new MailError("deferred", describe(error), error);
  }
}

const describe = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function failed(
  db: PrismaClient,
  mail: ClaimedMail,
  { outcome, message }: MailError,
): Promise<keyof MailCounts> {
  const problem = withoutPersonalData(message);
  const unanswered = mail.unanswered + (outcome === "unanswered" ? 1 : 0);
  const seconds = pauseAfter(mail.attempts);
  if (outcome === "refused" || seconds >= mail.usefulSeconds) return finished(db, mail, "failed", problem);
  if (unanswered > UNANSWERED_ALLOWED) return finished(db, mail, "unknown", problem);
  log.warn({ mail: mail.id, attempts: mail.attempts, outcome, seconds, problem }, "mail not taken; later");
  await settled(() => putBackMail(db, mail, { seconds, unanswered, problem }));
  return "later";
}

async function finished(
  db: PrismaClient,
  mail: ClaimedMail,
  state: "sent" | "failed" | "unknown",
  problem: string | null,
): Promise<keyof MailCounts> {
  await settled(() => finishMail(db, mail, { state, problem }));
  if (state === "sent") return "sent";
  log.error({ mail: mail.id, attempts: mail.attempts, state, problem }, "mail given up");
  return "failed";
}

/** How a mail ended must not be lost to a database that is away for a moment: it would be sent again. */
async function settled(record: () => Promise<void>): Promise<void> {
  for (let tried = 1; ; tried += 1)
    try {
      return await record();
    } catch (error) {
      if (tried === SETTLE_TRIES) throw error;
      await wait(LOOK_AGAIN_MS);
    }
}
