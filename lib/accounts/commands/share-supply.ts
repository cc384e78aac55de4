import { randomUUID } from "node:crypto";
import { dateColumn } from "../../kernel/civil-date.ts";
import type { Context, CustomerActor } from "../../kernel/context.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Prisma } from "../../platform/generated/client.ts";
import { parseMailAddress } from "../../platform/mail/address.ts";
import { enqueueMail } from "../../platform/mail/enqueue.ts";
import { LIMITS, takeAttempt } from "../../registration/attempts.ts";
import { mailToken, readToken, takeToken } from "../../registration/mailed-token.ts";
import { recordEvent, type Origin } from "../../registration/security-events.ts";
import { plainName } from "../masked-name.ts";
import { sharableLinks } from "../policy.ts";
import { invitationFor } from "../queries.ts";
import { mayEnter } from "./hold-agreement.ts";
import { shareMail } from "./mails.ts";
import { tellOfLink } from "./tell-of-link.ts";

export type ShareError = "share/too-many-attempts" | "share/own-address" | "share/not-an-address";

type Customer = Context<CustomerActor>;

/**
 * Invites whoever has an address (`written` as typed) to see a supply, by a mail to it. Whether anybody with an account has that address is
 * neither asked nor told. Null when the person does not see the supply by their own proof and a contract in force: what
 * is shared is not shared on.
 */
export async function inviteToSupply(
  ctx: Customer,
  number: string,
  { written, origin }: { written: string; origin: Origin },
): Promise<Result<null, ShareError> | null> {
  const { userId } = ctx.actor;
  const link = await ctx.db.usagePointLink.findFirst({
    where: { ...sharableLinks(userId, ctx.today()), usagePointNumber: number },
    select: { id: true, user: { select: { name: true, email: true } } },
  });
  if (!link) return null;
  const email = parseMailAddress(written)?.toLowerCase();
  if (email === undefined) return err("share/not-an-address");
  if (link.user.email === email) return err("share/own-address");
  if (!(await takeAttempt(ctx.db, [{ limit: LIMITS.sharePerson, subject: userId }])))
    return err("share/too-many-attempts");
  const at = ctx.now();
  const subject = { purpose: "accept_share", subjectId: link.id, email } as const;
  await ctx.db.$transaction(async (tx) => {
    await tx.mailedToken.deleteMany({ where: subject });
    const token = await mailToken(tx, subject, { now: at, keepOthers: true });
    await enqueueMail(tx, shareMail(email, { number, who: plainName(link.user.name), token }));
    await recordEvent(tx, { userId, kind: "supply_shared", usagePointNumber: number }, { at, origin });
  });
  return ok(null);
}

/** Lets who is signed in see what an invitation offers. Of any number of tries at once, one succeeds. */
export async function acceptShare(
  ctx: Customer,
  { token, origin }: { token: string; origin: Origin },
): Promise<Result<string, "link/useless">> {
  const { userId } = ctx.actor;
  const at = ctx.now();
  if (!(await invitationFor(ctx, token))) return err("link/useless");
  return ctx.db.$transaction(async (tx) => {
    const offer = await offerOf(tx, token, at);
    const { identityNumber, email } = await tx.portalUser.findUniqueOrThrow({
      where: { id: userId },
      select: { identityNumber: true, email: true },
    });
    const entry = { identityNumber, today: dateColumn(ctx.today()) };
    // The contract is held before the token is taken: always in this order, or two could wait for each other.
    if (!offer || !(await mayEnter(tx, offer.agreementId, entry))) return err("link/useless");
    const held = await takeToken(tx, "accept_share", { token, now: at });
    if (held?.email !== email) return err("link/useless");
    const link = await tx.usagePointLink.findUnique({
      where: { id: offer.id, endedAt: null, sharedById: null },
      select: { usagePointNumber: true, agreementId: true },
    });
    if (!link) return err("link/useless");
    const { usagePointNumber } = link;
    const [share] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO usage_point_link (id, user_id, usage_point_number, agreement_id, linked_at, shared_by_id)
      VALUES (${randomUUID()}::uuid, ${userId}::uuid, ${usagePointNumber}, ${link.agreementId}::uuid, ${at}, ${offer.id}::uuid)
      ON CONFLICT (user_id, agreement_id) WHERE ended_at IS NULL DO NOTHING RETURNING id::text`;
    if (!share) return ok(usagePointNumber);
    await recordEvent(tx, { userId, kind: "supply_linked", usagePointNumber }, { at, origin });
    await tellOfLink(tx, share.id, { at, origin });
    return ok(usagePointNumber);
  });
}

/** The link that an invitation offers a share of, while the token holds; nothing changes. */
async function offerOf(tx: Prisma.TransactionClient, token: string, now: Date) {
  const held = await readToken(tx, "accept_share", { token, now });
  return (
    held &&
    tx.usagePointLink.findUnique({ where: { id: held.subjectId }, select: { id: true, agreementId: true } })
  );
}
