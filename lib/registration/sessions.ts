import type { Context, CustomerActor } from "../kernel/context.ts";
import { recordEvent, type Origin } from "./security-events.ts";
import { sessionStands } from "./model.ts";
import { sessionId } from "./sign-in.ts";

type Customer = Context<CustomerActor>;

/** The sessions of a person that stand, the one in use first. */
export async function openSessions(ctx: Customer, token: string) {
  const sessions = await ctx.db.portalSession.findMany({
    where: { userId: ctx.actor.userId, halfOpen: false },
    select: { id: true, createdAt: true, lastSeenAt: true, device: true, network: true },
    orderBy: { lastSeenAt: "desc" },
  });
  const current = sessionId(token);
  return sessions
    .filter((session) => sessionStands(session, false, ctx.now()))
    .map((session) => ({ ...session, current: session.id === current }))
    .sort((a, b) => Number(b.current) - Number(a.current));
}

/** Ends one of the person's own sessions; ending another's, or none, does nothing. */
export async function endSession(ctx: Customer, id: string, origin: Origin): Promise<void> {
  const { userId } = ctx.actor;
  const { count } = await ctx.db.portalSession.deleteMany({ where: { id, userId } });
  if (count > 0) await recordEvent(ctx.db, { userId, kind: "sessions_ended" }, { at: ctx.now(), origin });
}

/** Ends every session of the person but the one in use. */
export async function endOtherSessions(ctx: Customer, token: string, origin: Origin): Promise<void> {
  const { userId } = ctx.actor;
  const { count } = await ctx.db.portalSession.deleteMany({
    where: { userId, id: { not: sessionId(token) } },
  });
  if (count > 0) await recordEvent(ctx.db, { userId, kind: "sessions_ended" }, { at: ctx.now(), origin });
}

/** What happened to the person's account, the newest first. */
export async function securityEvents(ctx: Customer, take: number) {
  return ctx.db.securityEvent.findMany({
    where: { userId: ctx.actor.userId },
    select: { id: true, kind: true, at: true, device: true, network: true, usagePointNumber: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take,
  });
}
