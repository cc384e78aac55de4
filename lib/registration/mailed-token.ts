import { createHash, randomBytes } from "node:crypto";
import type { MailedPurpose, Prisma } from "../platform/generated/client.ts";

/*
 * A link in a mail that opens one door once. Opening its page changes nothing, for mail programs and scanners open pages
 * too; the button on the page takes the token, in the transaction of what it does, so that of any number at once one wins.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long each kind of link holds. */
export const HOLDS_MS: Record<MailedPurpose, number> = {
  confirm_registration: DAY,
  recover_password: 30 * MINUTE,
  confirm_email: DAY,
  disown_change: 10 * DAY,
  disown_link: 10 * DAY,
  accept_share: 7 * DAY,
};

export interface TokenSubject {
  purpose: MailedPurpose;
  subjectId: string;
  email?: string;
}

const hashed = (token: string) => createHash("sha256").update(token).digest("hex");

/** A new token of 256 random bits, base64url. It supersedes those of the same purpose and subject, unless they are kept. */
export async function mailToken(
  tx: Prisma.TransactionClient,
  { purpose, subjectId, email }: TokenSubject,
  { now, keepOthers = false }: { now: Date; keepOthers?: boolean },
): Promise<string> {
  if (!keepOthers) await tx.mailedToken.deleteMany({ where: { purpose, subjectId } });
  const token = randomBytes(32).toString("base64url");
  await tx.mailedToken.create({
    data: {
      id: hashed(token),
      purpose,
      subjectId,
      email: email ?? null,
      expiresAt: new Date(now.getTime() + HOLDS_MS[purpose]),
    },
    select: { id: true },
  });
  return token;
}

type Held = { subjectId: string; email: string | null };

/** What a token is about while it holds; null for any other text. Nothing changes. */
export async function readToken(
  db: Prisma.TransactionClient,
  purpose: MailedPurpose,
  { token, now }: { token: string; now: Date },
): Promise<Held | null> {
  return db.mailedToken.findFirst({
    where: { id: hashed(token), purpose, expiresAt: { gt: now } },
    select: { subjectId: true, email: true },
  });
}

/** Uses a token up. Of any number who try at once, one gets what it is about; the others, null. */
export async function takeToken(
  tx: Prisma.TransactionClient,
  purpose: MailedPurpose,
  { token, now }: { token: string; now: Date },
): Promise<Held | null> {
  const [taken] = await tx.$queryRaw<Held[]>`
    DELETE FROM mailed_token WHERE id = ${hashed(token)} AND purpose = ${purpose}::mailed_purpose AND expires_at > ${now}
    RETURNING subject_id::text AS "subjectId", email`;
  return taken ?? null;
}
