import { randomBytes } from "node:crypto";
import type { Context, PublicActor, StaffRole } from "../../kernel/context.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Prisma } from "../../platform/generated/client.ts";
import { LIMITS, networkOf, settleAttempt, takeAttempt } from "../attempts.ts";
import { HALF_OPEN_MS, sessionId } from "../model.ts";
import { DUMMY_HASH, verifyPassword } from "../password.ts";
import { keptOrigin, recordEvent, type Origin } from "../security-events.ts";
import { useSecondFactor } from "./use-second-factor.ts";

export interface Credentials {
  /** Normalised by the jurisdiction, or null when it is no document at all: refused like a wrong password. */
  document: string | null;
  password: string;
  origin: Origin;
}

export type SignInError = "sign-in/refused" | "sign-in/too-many-attempts";
export type CodeError = "code/refused" | "code/too-many-attempts" | "code/too-late";

export interface OpenedSession {
  /** 256 random bits, base64url: only the browser keeps it. */
  token: string;
  staffRole: StaffRole | null;
  /** The second factor is still to be given; until then the session is of no use. */
  halfOpen: boolean;
}

/**
 * Opens a session, or half of it where the person has a second factor.
 *
 * Every refusal takes one Argon2id verification and answers the same: unknown document, wrong password, closed door.
 */
export async function signIn(
  ctx: Context<PublicActor>,
  { document, password, origin }: Credentials,
): Promise<Result<OpenedSession, SignInError>> {
  const byDocument = { limit: LIMITS.signInDocument, subject: document ?? "none" };
  const byNetwork = { limit: LIMITS.signInNetwork, subject: networkOf(origin.address) };
  if (!(await takeAttempt(ctx.db, [byDocument, byNetwork]))) return err("sign-in/too-many-attempts");
  const user = await ctx.db.portalUser.findUnique({
    where: { identityNumber: document ?? "" },
    select: { id: true, passwordHash: true, staffRole: true, disabledAt: true, secondFactor: true },
  });
  const matches = await verifyPassword(user?.passwordHash ?? (await DUMMY_HASH), password);
  if (!user || !matches || user.disabledAt) return err("sign-in/refused");

  const { id: userId, staffRole } = user;
  const halfOpen = user.secondFactor !== null;
  const token = await ctx.db.$transaction((tx) =>
    openSession(tx, { userId, halfOpen }, { at: ctx.now(), origin }),
  );
  await settleAttempt(ctx.db, { forgiven: [byDocument], returned: [byNetwork] });
  return ok({ token, staffRole, halfOpen });
}

async function openSession(
  tx: Prisma.TransactionClient,
  session: { userId: string; halfOpen: boolean },
  happened: { at: Date; origin: Origin },
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const { at, origin } = happened;
  await tx.portalSession.create({
    data: { ...session, id: sessionId(token), createdAt: at, lastSeenAt: at, ...keptOrigin(origin) },
    select: { id: true },
  });
  if (!session.halfOpen) await recordEvent(tx, { userId: session.userId, kind: "signed_in" }, happened);
  return token;
}

/** Opens the other half with a code of the second factor or a recovery code; the token is a new one. */
export async function giveCode(
  ctx: Context<PublicActor>,
  { token, code, origin }: { token: string; code: string; origin: Origin },
): Promise<Result<OpenedSession, CodeError>> {
  const at = ctx.now();
  const half = await ctx.db.portalSession.findFirst({
    where: {
      id: sessionId(token),
      halfOpen: true,
      createdAt: { gt: new Date(at.getTime() - HALF_OPEN_MS) },
      user: { disabledAt: null },
    },
    select: { id: true, userId: true, user: { select: { staffRole: true } } },
  });
  if (!half) return err("code/too-late");
  const { id, userId, user } = half;
  const byPerson = { limit: LIMITS.codePerson, subject: userId };
  if (!(await takeAttempt(ctx.db, [byPerson]))) return err("code/too-many-attempts");
  return ctx.db.$transaction(async (tx) => {
    const used = await useSecondFactor(tx, { userId, code, at });
    if (!used) return err("code/refused");
    await settleAttempt(tx, { forgiven: [byPerson] });
    await tx.portalSession.deleteMany({ where: { id } });
    if (used === "recovery") await recordEvent(tx, { userId, kind: "recovery_code_used" }, { at, origin });
    const opened = await openSession(tx, { userId, halfOpen: false }, { at, origin });
    return ok({ token: opened, staffRole: user.staffRole, halfOpen: false });
  });
}

/** Ends the session of `token`, in every copy of the application at once. Ending it twice is no error. */
export async function signOut(ctx: Context<PublicActor>, token: string): Promise<void> {
  await ctx.db.portalSession.deleteMany({ where: { id: sessionId(token) } });
}
