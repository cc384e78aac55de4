import type { Context, CustomerActor } from "../../kernel/context.ts";
import { sessionId } from "../model.ts";
import { recordEvent, type Origin } from "../security-events.ts";

type Customer = Context<CustomerActor>;

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
