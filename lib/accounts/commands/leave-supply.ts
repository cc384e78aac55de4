import type { Context, CustomerActor } from "../../kernel/context.ts";
import { recordEvent, type Origin } from "../../registration/security-events.ts";
import { linksOf } from "../policy.ts";
import { endLinks } from "./end-links.ts";

type Customer = Context<CustomerActor>;

/** A person sees a supply no longer, nor do those they share it with. False when they did not see it. */
export async function leaveSupply(ctx: Customer, number: string, origin: Origin): Promise<boolean> {
  const { userId } = ctx.actor;
  const happening = { at: ctx.now(), origin };
  return ctx.db.$transaction(async (tx) => {
    const links = await endLinks(tx, { ...linksOf(userId), usagePointNumber: number }, happening);
    if (links.length === 0) return false;
    const event = { usagePointNumber: number };
    await recordEvent(tx, { userId, kind: "supply_unlinked", ...event }, happening);
    const shares = links.map(({ sharedById }) => sharedById).filter((id) => id !== null);
    const sharers = await tx.usagePointLink.findMany({
      where: { id: { in: shares } },
      select: { userId: true },
    });
    for (const sharer of sharers)
      await recordEvent(tx, { userId: sharer.userId, kind: "share_revoked", ...event }, happening);
    return true;
  });
}

/** Ends what a person shares with another, by the share's identifier. False when it is not theirs to end, or over. */
export async function revokeShare(
  ctx: Customer,
  number: string,
  { share, origin }: { share: string; origin: Origin },
): Promise<boolean> {
  const { userId } = ctx.actor;
  const happening = { at: ctx.now(), origin };
  return ctx.db.$transaction(async (tx) => {
    const mine = { id: share, usagePointNumber: number, sharedBy: { userId } };
    const ended = await endLinks(tx, mine, happening);
    for (const link of ended)
      for (const id of [link.userId, userId])
        await recordEvent(tx, { userId: id, kind: "share_revoked", usagePointNumber: number }, happening);
    return ended.length > 0;
  });
}

/** Takes back an invitation that nobody has accepted. False when there is none of theirs to this address. */
export async function withdrawInvitation(
  ctx: Customer,
  number: string,
  { email, origin }: { email: string; origin: Origin },
): Promise<boolean> {
  const { userId } = ctx.actor;
  return ctx.db.$transaction(async (tx) => {
    const own = await tx.usagePointLink.findMany({
      where: { userId, usagePointNumber: number },
      select: { id: true },
    });
    const { count } = await tx.mailedToken.deleteMany({
      where: { purpose: "accept_share", subjectId: { in: own.map(({ id }) => id) }, email },
    });
    const event = { userId, kind: "share_revoked", usagePointNumber: number } as const;
    if (count > 0) await recordEvent(tx, event, { at: ctx.now(), origin });
    return count > 0;
  });
}

/** What a person calls a supply of theirs; nothing, to call it by its number. False when they do not see it. */
export async function nameSupply(ctx: Customer, number: string, alias: string | null): Promise<boolean> {
  const { count } = await ctx.db.usagePointLink.updateMany({
    where: { ...linksOf(ctx.actor.userId), usagePointNumber: number },
    data: { alias },
  });
  return count > 0;
}
