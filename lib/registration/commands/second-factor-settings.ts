import type { Context, CustomerActor } from "../../kernel/context.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Prisma } from "../../platform/generated/client.ts";
import { derivedBytes, seal } from "../../platform/sealing.ts";
import { LIMITS, settleAttempt } from "../attempts.ts";
import { choosePassword } from "./choose-password.ts";
import { confirmPassword, type PasswordError } from "./confirm-password.ts";
import { parseDetails } from "../personal-details.ts";
import {
  acceptedStep,
  newRecoveryCodes,
  recoveryCodeHash,
  SECRET_BYTES,
  totpSecret,
} from "../second-factor.ts";
import { recordEvent, type Origin } from "../security-events.ts";
import { sessionId } from "../model.ts";
import { tellOfChange, type Happening } from "./tell-of-change.ts";
import { totpOf, useSecondFactor } from "./use-second-factor.ts";

type Customer = Context<CustomerActor>;

/** What every change of the second factor asks for: the password, and a code of it. */
export interface FactorChange {
  current: string;
  code: string;
  origin: Origin;
}

export type FactorError =
  PasswordError | "code/refused" | "second-factor/there-already" | "second-factor/password-too-short";

/**
 * The secret that a session offers, in base32: the same at each look until it is taken, so that a mistyped code does not
 * mean reading the drawing again, and nothing is kept before that.
 */
export async function offeredSecret(ctx: Customer, token: string): Promise<string> {
  const { userId } = ctx.actor;
  const added = await ctx.db.securityEvent.count({ where: { userId, kind: "second_factor_added" } });
  const owner = `${userId} ${sessionId(token)} ${added}`;
  return totpSecret(derivedBytes({ purpose: "offered totp", owner }, SECRET_BYTES));
}

/** Makes the offered secret the person's second factor; returns the recovery codes, which are shown once. */
export async function addSecondFactor(
  ctx: Customer,
  { token, ...change }: FactorChange & { token: string },
): Promise<Result<readonly string[], FactorError>> {
  const secret = await offeredSecret(ctx, token);
  const confirmed = await confirmPassword(ctx, change.current, [codesOf(ctx)]);
  if (!confirmed.ok) return confirmed;
  const { userId } = ctx.actor;
  const at = ctx.now();
  const step = acceptedStep(secret, change.code, { now: at, lastStep: null });
  if (step === null) return err("code/refused");
  return ctx.db.$transaction(async (tx) => {
    const { count } = await tx.portalUser.updateMany({
      where: { id: userId, secondFactor: null },
      data: { secondFactor: seal(secret, totpOf(userId)), lastStep: step },
    });
    if (count === 0) return err("second-factor/there-already");
    await settleAttempt(tx, { forgiven: [codesOf(ctx)] });
    await tx.portalSession.deleteMany({ where: { userId, id: { not: sessionId(token) } } });
    await recordEvent(tx, { userId, kind: "second_factor_added" }, { at, origin: change.origin });
    const happened = { at, origin: change.origin, what: "Se agregó un código de verificación a su cuenta" };
    await tellOfChange(tx, { userId, email: confirmed.value.email }, happened);
    return ok(await replaceRecoveryCodes(tx, userId));
  });
}

/** Takes the second factor away. Refused while the password is too short to stand alone. */
export async function removeSecondFactor(
  ctx: Customer,
  change: FactorChange,
): Promise<Result<null, FactorError>> {
  const confirmed = await confirmPassword(ctx, change.current, [codesOf(ctx)]);
  if (!confirmed.ok) return confirmed;
  const { identityNumber, email, details } = confirmed.value;
  const alone = { details: parseDetails(details), identityNumber, email, hasSecondFactor: false };
  const chosen = await choosePassword(change.current, alone);
  if (!chosen.ok && chosen.error === "password/too-short") return err("second-factor/password-too-short");
  const { userId } = ctx.actor;
  return withCode(ctx, change, async (tx, happened) => {
    await tx.portalUser.update({
      where: { id: userId },
      data: { secondFactor: null, lastStep: null, recoveryCodes: { deleteMany: {} } },
      select: { id: true },
    });
    await recordEvent(tx, { userId, kind: "second_factor_removed" }, happened);
    const what = "Se quitó el código de verificación de su cuenta";
    await tellOfChange(tx, { userId, email }, { ...happened, what });
    return null;
  });
}

/** Ten new recovery codes; those before open nothing any more. */
export async function renewRecoveryCodes(
  ctx: Customer,
  change: FactorChange,
): Promise<Result<readonly string[], FactorError>> {
  const confirmed = await confirmPassword(ctx, change.current, [codesOf(ctx)]);
  if (!confirmed.ok) return confirmed;
  const { userId } = ctx.actor;
  const { email } = confirmed.value;
  return withCode(ctx, change, async (tx, happened) => {
    await recordEvent(tx, { userId, kind: "recovery_codes_renewed" }, happened);
    await tellOfChange(
      tx,
      { userId, email },
      { ...happened, what: "Se crearon códigos de recuperación nuevos" },
    );
    return replaceRecoveryCodes(tx, userId);
  });
}

const codesOf = (ctx: Customer) => ({ limit: LIMITS.codePerson, subject: ctx.actor.userId });

async function withCode<Value>(
  ctx: Customer,
  { code, origin }: FactorChange,
  change: (tx: Prisma.TransactionClient, happened: Happening) => Promise<Value>,
): Promise<Result<Value, FactorError>> {
  const { userId } = ctx.actor;
  const at = ctx.now();
  return ctx.db.$transaction(async (tx) => {
    if (!(await useSecondFactor(tx, { userId, code, at }))) return err("code/refused");
    await settleAttempt(tx, { forgiven: [codesOf(ctx)] });
    return ok(await change(tx, { at, origin }));
  });
}

async function replaceRecoveryCodes(
  tx: Prisma.TransactionClient,
  userId: string,
): Promise<readonly string[]> {
  const codes = newRecoveryCodes();
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ id: recoveryCodeHash(code) ?? "", userId })),
  });
  return codes;
}
