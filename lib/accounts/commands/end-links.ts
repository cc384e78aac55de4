import type { Prisma } from "../../platform/generated/client.ts";
import type { Happening } from "../../registration/commands/tell-of-change.ts";
import { recordEvent } from "../../registration/security-events.ts";
import { holdAgreements } from "./hold-agreement.ts";

/**
 * Ends links in force, and what hangs from them: what their people share, and the invitations that wait. Each of those who
 * no longer see the supply for it finds it among what happened to their account.
 *
 * @returns the links that ended, without those that hung from them.
 */
export async function endLinks(
  tx: Prisma.TransactionClient,
  where: Prisma.UsagePointLinkWhereInput,
  happening: Happening,
) {
  const inForce = { ...where, endedAt: null };
  const under = await tx.usagePointLink.findMany({ where: inForce, select: { agreementId: true } });
  const agreements = under.map(({ agreementId }) => agreementId);
  await holdAgreements(tx, agreements);
  const select = { id: true, userId: true, usagePointNumber: true, sharedById: true };
  const links = await tx.usagePointLink.findMany({
    where: { ...inForce, agreementId: { in: agreements } },
    select,
  });
  const ids = links.map(({ id }) => id);
  const shares = await tx.usagePointLink.findMany({
    where: { sharedById: { in: ids }, endedAt: null },
    select,
  });
  const endedAt = happening.at;
  const every = [...ids, ...shares.map(({ id }) => id)];
  await tx.usagePointLink.updateMany({ where: { id: { in: every }, endedAt: null }, data: { endedAt } });
  await tx.mailedToken.deleteMany({ where: { purpose: "accept_share", subjectId: { in: ids } } });
  for (const { userId, usagePointNumber } of shares)
    await recordEvent(tx, { userId, kind: "share_revoked", usagePointNumber }, happening);
  return links;
}
