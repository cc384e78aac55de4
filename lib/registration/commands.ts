import { createHash, randomBytes } from "node:crypto";
import type { Context, PublicActor, StaffRole } from "../kernel/context.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { forgiveAttempt, takeAttempt } from "./attempts.ts";
import { DUMMY_HASH, verifyPassword } from "./password.ts";

export interface Credentials {
  /** Normalised by the jurisdiction, or null when it is no document at all: refused like a wrong password. */
  document: string | null;
  password: string;
  /** Network address the request came from. */
  address: string;
}

export type SignInError = "sign-in/refused" | "sign-in/too-many-attempts";

export interface OpenedSession {
  /** 256 random bits, base64url: only the browser keeps it. */
  token: string;
  staffRole: StaffRole | null;
}

/** The key of a session's row: the cookie's token itself is never stored. */
export const sessionId = (token: string) => createHash("sha256").update(token).digest("hex");

/**
 * Opens a session.
 *
 * Every refusal takes one Argon2id verification and answers the same: unknown document, wrong password, closed door.
 */
export async function signIn(
  ctx: Context<PublicActor>,
  { document, password, address }: Credentials,
): Promise<Result<OpenedSession, SignInError>> {
  const attempt = { document: document ?? "none", address };
  if (!(await takeAttempt(ctx.db, attempt))) return err("sign-in/too-many-attempts");
  const user = await ctx.db.portalUser.findUnique({
    where: { identityNumber: document ?? "" },
    select: { id: true, passwordHash: true, staffRole: true, disabledAt: true },
  });
  const matches = await verifyPassword(user?.passwordHash ?? (await DUMMY_HASH), password);
  if (!user || !matches || user.disabledAt) return err("sign-in/refused");

  await forgiveAttempt(ctx.db, attempt);
  const token = randomBytes(32).toString("base64url");
  const now = ctx.now();
  await ctx.db.portalSession.create({
    data: { id: sessionId(token), userId: user.id, createdAt: now, lastSeenAt: now },
    select: { id: true },
  });
  return ok({ token, staffRole: user.staffRole });
}

/** Ends the session of `token`, in every copy of the application at once. Ending it twice is no error. */
export async function signOut(ctx: Context<PublicActor>, token: string): Promise<void> {
  await ctx.db.portalSession.deleteMany({ where: { id: sessionId(token) } });
}
