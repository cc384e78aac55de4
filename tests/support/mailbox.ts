import type { PrismaClient } from "../../lib/platform/generated/client.ts";
import type { MailBlock } from "../../lib/platform/mail/mail.ts";

/** What waits to be sent to somebody, the newest last. */
export async function mailTo(db: PrismaClient, recipient: string) {
  const mails = await db.outboundMail.findMany({ where: { recipient }, orderBy: { id: "asc" } });
  return mails.map(({ subject, blocks }) => ({ subject, blocks: blocks as unknown as MailBlock[] }));
}

/** The token at the end of the only link that `text` labels, in the newest mail to `recipient`. */
export async function tokenMailedTo(db: PrismaClient, recipient: string, label: RegExp): Promise<string> {
  const newest = (await mailTo(db, recipient)).at(-1);
  const link = newest?.blocks.find((block) => block.kind === "link" && label.test(block.label));
  if (link?.kind !== "link") throw new Error(`no such link was mailed to ${recipient}`);
  return link.url.slice(link.url.lastIndexOf("/") + 1);
}
