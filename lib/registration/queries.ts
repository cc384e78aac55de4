import type { Context, PublicActor } from "../kernel/context.ts";
import { sessionId } from "./sign-in.ts";
import { sessionStands, type SignedIn } from "./model.ts";

/** A use younger than this is not written down again: one write a minute and session, not one a request. */
const SEEN_EVERY_MS = 60_000;

/** Who the bearer of `token` is, or null: no such session, its time is up, or the person's door is closed. */
export async function signedIn(ctx: Context<PublicActor>, token: string): Promise<SignedIn | null> {
  const id = sessionId(token);
  const session = await ctx.db.portalSession.findUnique({
    where: { id },
    select: {
      createdAt: true,
      lastSeenAt: true,
      halfOpen: true,
      user: { select: { id: true, name: true, staffRole: true, disabledAt: true } },
    },
  });
  if (!session || session.halfOpen || session.user.disabledAt) return null;
  const { id: userId, name, staffRole } = session.user;
  const now = ctx.now();
  if (!sessionStands(session, staffRole !== null, now)) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS)
    await ctx.db.portalSession.updateMany({ where: { id }, data: { lastSeenAt: now } });
  return { userId, name, staffRole };
}
