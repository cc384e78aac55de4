import type { PrismaClient } from "../generated/client.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Long enough to find out why somebody got no mail. */
const KEPT_DAYS = 30;

/** Deletes mails that have been over for thirty days; their words went when they ended. */
export async function purgeMail(db: PrismaClient, now: Date): Promise<{ mails: number }> {
  const { count } = await db.outboundMail.deleteMany({
    where: { finishedAt: { lte: new Date(now.getTime() - KEPT_DAYS * DAY_MS) } },
  });
  return { mails: count };
}
