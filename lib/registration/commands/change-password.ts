import type { Context, CustomerActor } from "../../kernel/context.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { choosePassword, type PasswordProblem } from "./choose-password.ts";
import { confirmPassword, type PasswordError } from "./confirm-password.ts";
import { hashPassword } from "../password.ts";
import { parseDetails } from "../personal-details.ts";
import { recordEvent, type Origin } from "../security-events.ts";
import { sessionId } from "../model.ts";
import { tellOfChange } from "./tell-of-change.ts";

/** Changes the password of who knows the present one, and ends every other session. */
export async function changePassword(
  ctx: Context<CustomerActor>,
  input: { current: string; password: string; token: string; origin: Origin },
): Promise<Result<null, PasswordError | PasswordProblem>> {
  const { current, password, token, origin } = input;
  const confirmed = await confirmPassword(ctx, current);
  if (!confirmed.ok) return confirmed;
  const { identityNumber, email, secondFactor, details } = confirmed.value;
  const hasSecondFactor = secondFactor !== null;
  const chooser = { details: parseDetails(details), identityNumber, email, hasSecondFactor };
  const chosen = await choosePassword(password, chooser);
  if (!chosen.ok) return chosen;
  const passwordHash = await hashPassword(password);
  const { userId } = ctx.actor;
  const at = ctx.now();
  await ctx.db.$transaction(async (tx) => {
    await tx.portalUser.update({ where: { id: userId }, data: { passwordHash }, select: { id: true } });
    await tx.portalSession.deleteMany({ where: { userId, id: { not: sessionId(token) } } });
    await tx.mailedToken.deleteMany({ where: { purpose: "recover_password", subjectId: userId } });
    await recordEvent(tx, { userId, kind: "password_changed" }, { at, origin });
    await tellOfChange(tx, { userId, email }, { what: "Su contraseña cambió", at, origin });
  });
  return ok(null);
}
