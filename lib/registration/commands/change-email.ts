import type { Context, CustomerActor, PublicActor } from "../../kernel/context.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { isDuplicate } from "../../platform/duplicate.ts";
import { enqueueMail } from "../../platform/mail/enqueue.ts";
import { LIMITS, takeAttempt } from "../attempts.ts";
import { confirmPassword, type PasswordError } from "./confirm-password.ts";
import { mailToken, takeToken } from "../mailed-token.ts";
import { addressInUseMail, confirmEmailMail } from "./mails.ts";
import { recordEvent, type Origin } from "../security-events.ts";
import { tellOfChange } from "./tell-of-change.ts";

export type EmailChangeError = "email/too-many-attempts";

/** Writes to a new address, which is the account's once its link is used. One that has an account is told so. */
export async function requestEmailChange(
  ctx: Context<CustomerActor>,
  { current, email }: { current: string; email: string },
): Promise<Result<null, PasswordError | EmailChangeError>> {
  const confirmed = await confirmPassword(ctx, current);
  if (!confirmed.ok) return confirmed;
  const { userId } = ctx.actor;
  if (!(await takeAttempt(ctx.db, [{ limit: LIMITS.changeEmail, subject: userId }])))
    return err("email/too-many-attempts");
  const now = ctx.now();
  await ctx.db.$transaction(async (tx) => {
    const holder = await tx.portalUser.findUnique({ where: { email }, select: { id: true } });
    const token = await mailToken(tx, { purpose: "confirm_email", subjectId: userId, email }, { now });
    await enqueueMail(tx, holder ? addressInUseMail(email) : confirmEmailMail(email, token));
  });
  return ok(null);
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
      await tx.portalUser.update({
        where: { id: userId },
        data: { email: held.email },
        select: { id: true },
      });
      await recordEvent(tx, { userId, kind: "email_changed" }, { at, origin });
      await tellOfChange(tx, { userId, email: before }, { what: "Su correo cambió", at, origin });
      return ok(null);
    });
  } catch (error) {
    // Somebody else took the address in between.
    if (isDuplicate(error)) return err("link/useless");
    throw error;
  }
}
