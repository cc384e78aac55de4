import type { Context, CustomerActor, PublicActor } from "../kernel/context.ts";
import { sessionId, sessionStands, type SignedIn } from "./model.ts";
import { readToken } from "./mailed-token.ts";
import { parseDetails } from "./personal-details.ts";

type Customer = Context<CustomerActor>;

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

/** What the portal knows of the person themselves. */
export async function ownData(ctx: Customer) {
  const { details, ...user } = await ctx.db.portalUser.findUniqueOrThrow({
    where: { id: ctx.actor.userId },
    select: { identityNumber: true, name: true, email: true, details: true, createdAt: true },
  });
  return { ...user, details: parseDetails(details) };
}

/** The addresses that the person wants for their account and that have not answered. */
export async function unconfirmedEmails(ctx: Customer) {
  return ctx.db.mailedToken.findMany({
    where: { purpose: "confirm_email", subjectId: ctx.actor.userId, expiresAt: { gt: ctx.now() } },
    select: { email: true, expiresAt: true },
  });
}

/** The mails to the person's address that are still on record, the newest first; their words are kept of none that left. */
export async function keptMails(ctx: Customer) {
  const { email } = await ctx.db.portalUser.findUniqueOrThrow({
    where: { id: ctx.actor.userId },
    select: { email: true },
  });
  if (!email) return [];
  return ctx.db.outboundMail.findMany({
    where: { recipient: email },
    select: { subject: true, queuedAt: true, state: true, finishedAt: true },
    orderBy: [{ queuedAt: "desc" }, { id: "desc" }],
  });
}

export type KeptMails = Awaited<ReturnType<typeof keptMails>>;

export type OwnData = Awaited<ReturnType<typeof ownData>>;

/** The person's second factor: how many recovery codes are left of it, or null where there is none. */
export async function secondFactor(ctx: Customer): Promise<{ recoveryCodes: number } | null> {
  const user = await ctx.db.portalUser.findUniqueOrThrow({
    where: { id: ctx.actor.userId },
    select: { secondFactor: true, _count: { select: { recoveryCodes: true } } },
  });
  return user.secondFactor === null ? null : { recoveryCodes: user._count.recoveryCodes };
}

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

export type OpenSessions = Awaited<ReturnType<typeof openSessions>>;

/** What happened to the person's account, the newest first. */
export async function securityEvents(ctx: Customer, take?: number) {
  return ctx.db.securityEvent.findMany({
    where: { userId: ctx.actor.userId },
    select: { id: true, kind: true, at: true, device: true, network: true, usagePointNumber: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    ...(take !== undefined && { take }),
  });
}

export type SecurityEvents = Awaited<ReturnType<typeof securityEvents>>;

/** Whose registration a link confirms, for its page to say; null when it does not hold (any more). */
export async function registrationToConfirm(ctx: Context<PublicActor>, token: string) {
  const held = await readToken(ctx.db, "confirm_registration", { token, now: ctx.now() });
  return (
    held && ctx.db.pendingRegistration.findUnique({ where: { id: held.subjectId }, select: { email: true } })
  );
}

/** The address that a link confirms, for its page to say; null when it does not hold (any more). */
export async function emailToConfirm(ctx: Context<PublicActor>, token: string): Promise<string | null> {
  return (await readToken(ctx.db, "confirm_email", { token, now: ctx.now() }))?.email ?? null;
}

/** Whether a "no fui yo" still holds. */
export async function canDisownChange(ctx: Context<PublicActor>, token: string): Promise<boolean> {
  return (await readToken(ctx.db, "disown_change", { token, now: ctx.now() })) !== null;
}

/** Whose password a link lets somebody choose, as far as its page must know; null when it does not hold (any more). */
export async function resetStanding(
  ctx: Context<PublicActor>,
  token: string,
): Promise<{ hasSecondFactor: boolean } | null> {
  const held = await readToken(ctx.db, "recover_password", { token, now: ctx.now() });
  const user =
    held &&
    (await ctx.db.portalUser.findUnique({
      where: { id: held.subjectId, disabledAt: null },
      select: { secondFactor: true },
    }));
  return user && { hasSecondFactor: user.secondFactor !== null };
}
