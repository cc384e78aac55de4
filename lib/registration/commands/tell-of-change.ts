import type { Prisma } from "../../platform/generated/client.ts";
import { enqueueMail } from "../../platform/mail/enqueue.ts";
import { mailToken } from "../mailed-token.ts";
import { changeMail } from "./mails.ts";
import { keptOrigin, type Origin } from "../security-events.ts";

/** When something happened to an account, and where it came from. */
export interface Happening {
  at: Date;
  origin: Origin;
}

/** Tells the owner of an account of a change to it, at the address that the account had before. */
export async function tellOfChange(
  tx: Prisma.TransactionClient,
  { userId, email }: { userId: string; email: string | null },
  { what, at, origin }: Happening & { what: string },
): Promise<void> {
  if (!email) return;
  const subject = { purpose: "disown_change", subjectId: userId, email } as const;
  // Each change has its own way back: a later one takes none away.
  const token = await mailToken(tx, subject, { now: at, keepOthers: true });
  const { device } = keptOrigin(origin);
  await enqueueMail(tx, changeMail(email, { what, token, happened: { at, device } }));
}
