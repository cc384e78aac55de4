import { randomBytes } from "node:crypto";
import type { Context, CustomerActor, PublicActor } from "../kernel/context.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { Prisma } from "../platform/generated/client.ts";
import { enqueueMail } from "../platform/mail/enqueue.ts";
import { LIMITS, takeAttempt } from "./attempts.ts";
import { choosePassword, type PasswordProblem } from "./choose-password.ts";
import { confirmPassword, type PasswordError } from "./confirm-password.ts";
import { mailToken, readToken, takeToken } from "./mailed-token.ts";
import { alreadyRegisteredMail, changeMail, confirmEmailMail, recoveryMail } from "./mails.ts";
import { hashPassword } from "./password.ts";
import { parseDetails } from "./personal-details.ts";
import { keptOrigin, recordEvent, type Origin } from "./security-events.ts";
import { sessionId } from "./sign-in.ts";

type Customer = Context<CustomerActor>;

/** Tells the owner of an account of a change to it, at the address that the account had before. */
export async function tellOfChange(
  tx: Prisma.TransactionClient,
  { userId, email }: { userId: string; email: string | null },
  { what, at, origin }: { what: string; at: Date; origin: Origin },
): Promise<void> {
  if (!email) return;
  const subject = { purpose: "disown_change", subjectId: userId, email } as const;
  // Each change has its own way back: a later one takes none away.
  const token = await mailToken(tx, subject, { now: at, keepOthers: true });
  const { device } = keptOrigin(origin);
  await enqueueMail(tx, changeMail(email, { what, token, happened: { at, device } }));
}

/** Changes the password of who knows the present one, and ends every other session. */
export async function changePassword(
  ctx: Customer,
  input: { current: string; password: string; token: string; origin: Origin },
): Promise<Result<null, PasswordError | PasswordProblem>> {
  const { current, password, token, origin } = input;
  const confirmed = await confirmPassword(ctx, current);
  if (!confirmed.ok) return confirmed;
  const { identityNumber, email, secondFactor, details } = confirmed.value;
  const hasSecondFactor = secondFactor !== null;
  const chooser = { details: parseDetails(details), identityNumber, email, hasSecondFactor };
  const chosen = await choosePassword(password, chooser);
  if (!chosen.ok) return chosen;
  const passwordHash = await hashPassword(password);
  const { userId } = ctx.actor;
  const at = ctx.now();
  await ctx.db.$transaction(async (tx) => {
    await tx.portalUser.update({ where: { id: userId }, data: { passwordHash }, select: { id: true } });
    await tx.portalSession.deleteMany({ where: { userId, id: { not: sessionId(token) } } });
    await tx.mailedToken.deleteMany({ where: { purpose: "recover_password", subjectId: userId } });
    await recordEvent(tx, { userId, kind: "password_changed" }, { at, origin });
    await tellOfChange(tx, { userId, email }, { what: "Su contraseña cambió", at, origin });
  });
  return ok(null);
}

/** Writes to a new address, which is the account's once its link is used. One that has an account is told so. */
export async function requestEmailChange(
  ctx: Customer,
  { current, email }: { current: string; email: string },
): Promise<Result<null, PasswordError | "email/too-many-attempts">> {
  const confirmed = await confirmPassword(ctx, current);
  if (!confirmed.ok) return confirmed;
  const { userId } = ctx.actor;
  if (!(await takeAttempt(ctx.db, [{ limit: LIMITS.changeEmail, subject: userId }])))
    return err("email/too-many-attempts");
  const now = ctx.now();
  await ctx.db.$transaction(async (tx) => {
    const holder = await tx.portalUser.findUnique({ where: { email }, select: { id: true } });
    const token = await mailToken(tx, { purpose: "confirm_email", subjectId: userId, email }, { now });
    await enqueueMail(tx, holder ? alreadyRegisteredMail(email) : confirmEmailMail(email, token));
  });
  return ok(null);
}

/** The address that a link confirms, for its page to say; null when it does not hold (any more). */
export async function emailToConfirm(ctx: Context<PublicActor>, token: string): Promise<string | null> {
  return (await readToken(ctx.db, "confirm_email", { token, now: ctx.now() }))?.email ?? null;
}

/** Gives an account the address that a link confirms, and tells the one before. */
export async function confirmEmail(
  ctx: Context<PublicActor>,
  { token, origin }: { token: string; origin: Origin },
): Promise<Result<null, "link/useless">> {
  const at = ctx.now();
  try {
    return await ctx.db.$transaction(async (tx) => {
      const held = await takeToken(tx, "confirm_email", { token, now: at });
      const user =
        held &&
        (await tx.portalUser.findUnique({
          where: { id: held.subjectId, disabledAt: null },
          select: { id: true, email: true },
        }));
      if (!user || !held.email) return err("link/useless");
      const { id: userId, email: before } = user;
      await tx.portalUser.update({ where: { id: userId }, data: { email: held.email }, select: { id: true } });
      await recordEvent(tx, { userId, kind: "email_changed" }, { at, origin });
      await tellOfChange(tx, { userId, email: before }, { what: "Su correo cambió", at, origin });
      return ok(null);
    });
  } catch (error) {
    // Somebody else took the address in between.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") return err("link/useless");
    throw error;
  }
}

/** Whether a "no fui yo" still holds. */
export async function canDisownChange(ctx: Context<PublicActor>, token: string): Promise<boolean> {
  return (await readToken(ctx.db, "disown_change", { token, now: ctx.now() })) !== null;
}

/**
 * What "no fui yo" does: every session ends, the password opens nothing any more, a second factor of these days goes, the
 * address that was written to is the account's again, and it gets the way to choose a new password.
 */
export async function disownChange(
  ctx: Context<PublicActor>,
  { token, origin }: { token: string; origin: Origin },
): Promise<Result<null, "link/useless">> {
  const at = ctx.now();
  const passwordHash = await hashPassword(randomBytes(32).toString("base64"));
  return ctx.db.$transaction(async (tx) => {
    const held = await takeToken(tx, "disown_change", { token, now: at });
    const user = held?.email && (await tx.portalUser.findUnique({ where: { id: held.subjectId }, select: { id: true } }));
    if (!user || !held.email) return err("link/useless");
    const { id: userId } = user;
    const holder = await tx.portalUser.findUnique({ where: { email: held.email }, select: { id: true } });
    const email = holder && holder.id !== userId ? {} : { email: held.email };
    await tx.portalUser.update({
      where: { id: userId },
      data: { passwordHash, ...email, ...((await isSecondFactorNew(tx, userId, at)) && NO_SECOND_FACTOR) },
      select: { id: true },
    });
    await tx.portalSession.deleteMany({ where: { userId } });
    await tx.mailedToken.deleteMany({ where: { subjectId: userId } });
    await recordEvent(tx, { userId, kind: "change_disowned" }, { at, origin });
    const recovery = await mailToken(tx, { purpose: "recover_password", subjectId: userId }, { now: at });
    await enqueueMail(tx, recoveryMail(held.email, recovery));
    return ok(null);
  });
}

const NO_SECOND_FACTOR = { secondFactor: null, lastStep: null };
const DISOWNABLE_MS = 10 * 24 * 60 * 60 * 1000;

/** Whether the second factor was added while a "no fui yo" still holds: it may be a stranger's. */
async function isSecondFactorNew(tx: Prisma.TransactionClient, userId: string, at: Date): Promise<boolean> {
  const since = new Date(at.getTime() - DISOWNABLE_MS);
  const added = await tx.securityEvent.findFirst({
    where: { userId, kind: "second_factor_added", at: { gte: since } },
    select: { id: true },
  });
  return added !== null;
}
