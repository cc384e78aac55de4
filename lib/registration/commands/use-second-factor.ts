import type { Prisma } from "../../platform/generated/client.ts";
import { unseal } from "../../platform/sealing.ts";
import { acceptedStep, recoveryCodeHash } from "../second-factor.ts";

/** What the secret of a person's second factor is sealed for. */
export const totpOf = (userId: string) => ({ purpose: "totp", owner: userId });

/**
 * Takes a code of the person's second factor, or one of their recovery codes, which is used up; null when it is neither.
 * Of two requests with one code, one is let in.
 */
export async function useSecondFactor(
  tx: Prisma.TransactionClient,
  { userId, code, at }: { userId: string; code: string; at: Date },
): Promise<"totp" | "recovery" | null> {
  const user = await tx.portalUser.findUniqueOrThrow({
    where: { id: userId },
    select: { secondFactor: true, lastStep: true },
  });
  if (user.secondFactor === null) return null;
  const hash = recoveryCodeHash(code);
  if (hash !== null) {
    const { count } = await tx.recoveryCode.deleteMany({ where: { id: hash, userId } });
    return count === 1 ? "recovery" : null;
  }
  const secret = unseal(user.secondFactor, totpOf(userId));
  const lastStep = user.lastStep === null ? null : Number(user.lastStep);
  const step = secret === null ? null : acceptedStep(secret, code, { now: at, lastStep });
  if (step === null) return null;
  const { count } = await tx.portalUser.updateMany({
    where: { id: userId, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
    data: { lastStep: step },
  });
  return count === 1 ? "totp" : null;
}
