import type { Context, CustomerActor } from "../../kernel/context.ts";
import { err, ok } from "../../kernel/result.ts";
import { LIMITS, settleAttempt, takeAttempt, type Try } from "../attempts.ts";
import { verifyPassword } from "../password.ts";

export type PasswordError = "password/wrong" | "password/too-many-attempts";

/**
 * Who is signed in, once they have said their password again: before a change that would lock them out. `also` are the
 * limits of what else the change asks for. Source: ASVS 5.0, 7.5.1.
 */
export async function confirmPassword(
  ctx: Context<CustomerActor>,
  password: string,
  also: readonly Try[] = [],
) {
  const { userId } = ctx.actor;
  const byPerson = { limit: LIMITS.passwordPerson, subject: userId };
  if (!(await takeAttempt(ctx.db, [byPerson, ...also])))
    return err<PasswordError>("password/too-many-attempts");
  const user = await ctx.db.portalUser.findUniqueOrThrow({
    where: { id: userId },
    select: { identityNumber: true, email: true, passwordHash: true, secondFactor: true, details: true },
  });
  if (!(await verifyPassword(user.passwordHash, password))) return err<PasswordError>("password/wrong");
  await settleAttempt(ctx.db, { forgiven: [byPerson] });
  const { passwordHash: _passwordHash, ...person } = user;
  return ok(person);
}
