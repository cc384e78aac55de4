import type { Context, CustomerActor } from "../../kernel/context.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { enqueueMail } from "../../platform/mail/enqueue.ts";
import { confirmPassword, type PasswordError } from "./confirm-password.ts";
import { closedMail } from "./mails.ts";

/**
 * Deletes the account and what the portal keeps of the person: sessions, links, shares, events. The company's own records,
 * contracts, bills and payments, are not the portal's to delete; of a link that was disowned the fact stays, so that
 * another account does not undo it.
 */
export async function closeAccount(
  ctx: Context<CustomerActor>,
  current: string,
): Promise<Result<null, PasswordError>> {
  const confirmed = await confirmPassword(ctx, current);
  if (!confirmed.ok) return confirmed;
  const { identityNumber, email } = confirmed.value;
  const { userId } = ctx.actor;
  await ctx.db.$transaction(async (tx) => {
    await tx.mailedToken.deleteMany({ where: { subjectId: userId } });
    await tx.pendingRegistration.deleteMany({
      where: { OR: [{ identityNumber }, ...(email ? [{ email }] : [])] },
    });
    if (email) {
      await tx.outboundMail.deleteMany({ where: { recipient: email } });
      await enqueueMail(tx, closedMail(email));
    }
    await tx.portalUser.delete({ where: { id: userId }, select: { id: true } });
  });
  return ok(null);
}
