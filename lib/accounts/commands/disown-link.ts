import type { Context, PublicActor } from "../../kernel/context.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Prisma } from "../../platform/generated/client.ts";
import { enqueueMail } from "../../platform/mail/enqueue.ts";
import { readToken, takeToken } from "../../registration/mailed-token.ts";
import { recordEvent, type Origin } from "../../registration/security-events.ts";
import { endLinks } from "./end-links.ts";
import { holdAgreements } from "./hold-agreement.ts";
import { linkEndedMail } from "./mails.ts";

/**
 * What "no fui yo" does: the person no longer sees the supply, nor do those they share it with, and cannot link it again
 * while this contract lasts. Whether the link has ended by itself changes nothing of that.
 */
export async function disownLink(
  ctx: Context<PublicActor>,
  { token, origin }: { token: string; origin: Origin },
): Promise<Result<null, "link/useless">> {
  const happening = { at: ctx.now(), origin };
  return ctx.db.$transaction(async (tx) => {
    const link = await disownable(tx, token, happening.at);
    if (!link) return err("link/useless");
    const { agreementId, usagePointNumber } = link;
    const { id: userId, email, identityNumber } = link.user;
    // Before the token is taken: two tokens of one link, used at once, would wait for each other.
    await holdAgreements(tx, [agreementId]);
    const held = await takeToken(tx, "disown_link", { token, now: happening.at });
    if (!held) return err("link/useless");
    await tx.disownedLink.createMany({
      data: { agreementId, identityNumber, disownedAt: happening.at },
      skipDuplicates: true,
    });
    await endLinks(tx, { userId, agreementId }, happening);
    await tx.mailedToken.deleteMany({ where: { purpose: "disown_link", subjectId: link.id } });
    const teller = await tx.portalUser.findUnique({
      where: { email: held.email ?? "" },
      select: { id: true },
    });
    for (const id of new Set([userId, ...(teller ? [teller.id] : [])]))
      await recordEvent(tx, { userId: id, kind: "link_disowned", usagePointNumber }, happening);
    if (email) await enqueueMail(tx, linkEndedMail(email, usagePointNumber));
    return ok(null);
  });
}

/** The link that a token is about, while it holds; nothing changes. */
async function disownable(tx: Prisma.TransactionClient, token: string, now: Date) {
  const held = await readToken(tx, "disown_link", { token, now });
  return (
    held &&
    tx.usagePointLink.findUnique({
      where: { id: held.subjectId },
      select: {
        id: true,
        agreementId: true,
        usagePointNumber: true,
        user: { select: { id: true, email: true, identityNumber: true } },
      },
    })
  );
}
