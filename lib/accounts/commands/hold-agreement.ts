import type { Prisma } from "../../platform/generated/client.ts";

/** Holds contracts until the transaction ends: who is let in, shares or is put out of one of them waits meanwhile. */
export async function holdAgreements(tx: Prisma.TransactionClient, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM customer_agreement WHERE id = ANY (${[...new Set(ids)]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
}

/**
 * Holds a contract to let somebody in; false when it has ended, or its people have said of this identity number that it
 * has no business there.
 */
export async function mayEnter(
  tx: Prisma.TransactionClient,
  agreementId: string,
  { identityNumber, today }: { identityNumber: string; today: Date },
): Promise<boolean> {
  await holdAgreements(tx, [agreementId]);
  const agreement = await tx.customerAgreement.findFirst({
    where: {
      id: agreementId,
      OR: [{ validTo: null }, { validTo: { gte: today } }],
      disowned: { none: { identityNumber } },
    },
    select: { id: true },
  });
  return agreement !== null;
}
