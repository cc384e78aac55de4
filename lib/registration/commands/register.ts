import { randomUUID } from "node:crypto";
import type { Context, PublicActor } from "../../kernel/context.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { isDuplicate } from "../../platform/duplicate.ts";
import { enqueueMail, enqueueNothing } from "../../platform/mail/enqueue.ts";
import { LIMITS, takeAttempt, networkOf } from "../attempts.ts";
import { choosePassword, type PasswordProblem } from "./choose-password.ts";
import { mailToken, takeToken } from "../mailed-token.ts";
import { alreadyRegisteredMail, confirmRegistrationMail } from "./mails.ts";
import { hashPassword } from "../password.ts";
import { parseDetails, wholeName, type PersonalDetails } from "../personal-details.ts";
import { recordEvent, type Origin } from "../security-events.ts";

export interface Registration {
  /** Normalised by the jurisdiction. */
  identityNumber: string;
  /** As `parseMailAddress` gives it, in lower case. */
  email: string;
  password: string;
  details: PersonalDetails;
  origin: Origin;
}

export type RegistrationError = "registration/too-many-attempts" | PasswordProblem;

/**
 * Takes a registration, which is none until its e-mail address is confirmed, and writes to that address; or, where the
 * document or the address has an account, to who has it. What is answered, and how long it takes, is the same.
 */
export async function register(
  ctx: Context<PublicActor>,
  { identityNumber, email, password, details, origin }: Registration,
): Promise<Result<null, RegistrationError>> {
  const chosen = await choosePassword(password, { details, identityNumber, email, hasSecondFactor: false });
  if (!chosen.ok) return chosen;
  const allowed = await takeAttempt(ctx.db, [
    { limit: LIMITS.registerDocument, subject: identityNumber },
    { limit: LIMITS.registerEmail, subject: email },
    { limit: LIMITS.registerNetwork, subject: networkOf(origin.address) },
  ]);
  if (!allowed) return err("registration/too-many-attempts");
  const passwordHash = await hashPassword(password);
  const now = ctx.now();
  await ctx.db.$transaction(async (tx) => {
    const holders = await tx.portalUser.findMany({
      where: { OR: [{ identityNumber }, { email }] },
      select: { email: true },
    });
    await tx.pendingRegistration.deleteMany({ where: { email, identityNumber } });
    const { id } = await tx.pendingRegistration.create({
      data: { identityNumber, email, passwordHash, details, createdAt: now },
      select: { id: true },
    });
    const token = await mailToken(tx, { purpose: "confirm_registration", subjectId: id }, { now });
    if (holders.length === 0) await enqueueMail(tx, confirmRegistrationMail(email, token));
    for (const holder of holders)
      await (holder.email ? enqueueMail(tx, alreadyRegisteredMail(holder.email)) : enqueueNothing(tx));
  });
  return ok(null);
}

/** Writes again to an address that waits to be confirmed; the link sent before stops working. Says the same to everybody. */
export async function resendConfirmation(
  ctx: Context<PublicActor>,
  { email, origin }: { email: string; origin: Origin },
): Promise<Result<null, "registration/too-many-attempts">> {
  const allowed = await takeAttempt(ctx.db, [
    { limit: LIMITS.registerEmail, subject: email },
    { limit: LIMITS.registerNetwork, subject: networkOf(origin.address) },
  ]);
  if (!allowed) return err("registration/too-many-attempts");
  const now = ctx.now();
  await ctx.db.$transaction(async (tx) => {
    const holder = await tx.portalUser.findUnique({ where: { email }, select: { id: true } });
    const pending = await tx.pendingRegistration.findFirst({
      where: { email },
      select: { id: true, identityNumber: true },
      orderBy: { createdAt: "desc" },
    });
    const taken = await tx.portalUser.findUnique({
      where: { identityNumber: pending?.identityNumber ?? "" },
      select: { id: true },
    });
    // For an address that nobody gave, a token that nobody gets: it takes as long.
    const subjectId = pending?.id ?? randomUUID();
    const token = await mailToken(tx, { purpose: "confirm_registration", subjectId }, { now });
    if (holder) await enqueueMail(tx, alreadyRegisteredMail(email));
    else if (pending && !taken) await enqueueMail(tx, confirmRegistrationMail(email, token));
    else await enqueueNothing(tx);
  });
  return ok(null);
}

/** Makes the account that a link confirms. Of any number of tries at once, one succeeds. */
export async function confirmRegistration(
  ctx: Context<PublicActor>,
  { token, origin }: { token: string; origin: Origin },
): Promise<Result<null, "link/useless">> {
  const now = ctx.now();
  try {
    const made = await ctx.db.$transaction(async (tx) => {
      const held = await takeToken(tx, "confirm_registration", { token, now });
      const pending = held && (await tx.pendingRegistration.findUnique({ where: { id: held.subjectId } }));
      if (!pending) return null;
      const { identityNumber, email, passwordHash } = pending;
      const details = parseDetails(pending.details);
      if (!details) return null;
      const user = await tx.portalUser.create({
        data: { identityNumber, email, passwordHash, details, name: wholeName(details), createdAt: now },
        select: { id: true },
      });
      await tx.pendingRegistration.deleteMany({ where: { OR: [{ identityNumber }, { email }] } });
      await recordEvent(tx, { userId: user.id, kind: "account_created" }, { at: now, origin });
      return user;
    });
    return made ? ok(null) : err("link/useless");
  } catch (error) {
    // Somebody else confirmed the same document or address in between.
    if (isDuplicate(error)) return err("link/useless");
    throw error;
  }
}
