import type { Prisma, SecurityEventKind } from "../platform/generated/client.ts";
import { networkOf } from "./attempts.ts";

/** Where a request came from, as far as it says. */
export interface Origin {
  /** Network address; for IPv6 its network is kept. */
  address: string;
  /** What the browser calls itself. */
  userAgent: string;
}

const LONGEST_DEVICE = 300;

/** What is kept of an origin, for its owner to recognise. */
export const keptOrigin = ({ address, userAgent }: Origin) => ({
  network: networkOf(address),
  device: userAgent.replace(/\p{Cc}/gu, " ").slice(0, LONGEST_DEVICE),
});

/** Writes down what happened to an account, in the transaction in which it happens. */
export async function recordEvent(
  tx: Prisma.TransactionClient,
  event: { userId: string; kind: SecurityEventKind; usagePointNumber?: string },
  { at, origin }: { at: Date; origin: Origin },
): Promise<void> {
  await tx.securityEvent.create({ data: { ...event, at, ...keptOrigin(origin) }, select: { id: true } });
}
