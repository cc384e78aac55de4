import { randomUUID } from "node:crypto";
import type { Context, PublicActor } from "../../kernel/context.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { enqueueMail, enqueueNothing } from "../../platform/mail/enqueue.ts";
import { LIMITS, networkOf, takeAttempt } from "../attempts.ts";
import { choosePassword, type PasswordProblem } from "./choose-password.ts";
import { mailToken, readToken, takeToken } from "../mailed-token.ts";
import { recoveryMail } from "./mails.ts";
import { hashPassword } from "../password.ts";
import { parseDetails } from "../personal-details.ts";
import { recordEvent, type Origin } from "../security-events.ts";
import { tellOfChange } from "./tell-of-change.ts";

export type RecoveryError = "recovery/too-many-attempts" | "link/useless";

/** Writes to the person with this document, if there is one with an address; says the same to everybody. */
export async function requestRecovery(
  ctx: Context<PublicActor>,
  { document, origin }: { document: string | null; origin: Origin },
): Promise<Result<null, RecoveryError>> {
  const allowed = await takeAttempt(ctx.db, [
    { limit: LIMITS.recoverDocument, subject: document ?? "none" },
    { limit: LIMITS.recoverNetwork, subject: networkOf(origin.address) },
  ]);
  if (!allowed) return err("recovery/too-many-attempts");
  const now = ctx.now();
  await ctx.db.$transaction(async (tx) => {
    const user = await tx.portalUser.findUnique({
      where: { identityNumber: document ?? "", disabledAt: null },
      select: { id: true, email: true },
    });
    // For nobody, a token that nobody gets: it takes as long.
    const subjectId = user?.id ?? randomUUID();
    const token = await mailToken(tx, { purpose: "recover_password", subjectId }, { now });
    await (user?.email ? enqueueMail(tx, recoveryMail(user.email, token)) : enqueueNothing(tx));
  });
  return ok(null);
}

/** Sets the password that the bearer of a mailed link chose, ends every session, and tells of it. A second factor stays. */
export async function resetPassword(
  ctx: Context<PublicActor>,
  { token, password, origin }: { token: string; password: string; origin: Origin },
): Promise<Result<null, RecoveryError | PasswordProblem>> {
  const now = ctx.now();
  const held = await readToken(ctx.db, "recover_password", { token, now });
  const user =
    held && (await ctx.db.portalUser.findUnique({ where: { id: held.subjectId, disabledAt: null } }));
  if (!user) return err("link/useless");
  const { id: userId, identityNumber, email } = user;
  const hasSecondFactor = user.secondFactor !== null;
  const details = parseDetails(user.details);
  const chosen = await choosePassword(password, { details, identityNumber, email, hasSecondFactor });
  if (!chosen.ok) return chosen;
  const passwordHash = await hashPassword(password);
  return ctx.db.$transaction(async (tx) => {
    if (!(await takeToken(tx, "recover_password", { token, now }))) return err("link/useless");
    await tx.portalUser.update({ where: { id: userId }, data: { passwordHash }, select: { id: true } });
    await tx.portalSession.deleteMany({ where: { userId } });
    const happened = { at: now, origin };
    await recordEvent(tx, { userId, kind: "password_recovered" }, happened);
    await tellOfChange(tx, { userId, email }, { ...happened, what: "Su contraseña cambió" });
    return ok(null);
  });
}
