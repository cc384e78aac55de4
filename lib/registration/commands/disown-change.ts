import { randomBytes } from "node:crypto";
import type { Context, PublicActor } from "../../kernel/context.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Prisma } from "../../platform/generated/client.ts";
import { enqueueMail } from "../../platform/mail/enqueue.ts";
import { HOLDS_MS, mailToken, takeToken } from "../mailed-token.ts";
import { recoveryMail } from "./mails.ts";
import { hashPassword } from "../password.ts";
import { recordEvent, type Origin } from "../security-events.ts";

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
    const user =
      held?.email &&
      (await tx.portalUser.findUnique({ where: { id: held.subjectId }, select: { id: true } }));
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

/** Whether the second factor was added while a "no fui yo" still holds: it may be a stranger's. */
async function isSecondFactorNew(tx: Prisma.TransactionClient, userId: string, at: Date): Promise<boolean> {
  const since = new Date(at.getTime() - HOLDS_MS.disown_change);
  const added = await tx.securityEvent.findFirst({
    where: { userId, kind: "second_factor_added", at: { gte: since } },
    select: { id: true },
  });
  return added !== null;
}
