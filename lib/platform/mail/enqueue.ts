import type { Prisma } from "../generated/client.ts";
import { parseMailAddress } from "./address.ts";
import { isPageAddress, oneLine, seenBlock, type Mail } from "./mail.ts";

const USEFUL_MS = 2 * 24 * 60 * 60 * 1000;

/**
 * Decides that a mail goes out: it does when the caller's transaction commits, and otherwise never was. Nothing is sent
 * here, so that no mail server, dead or slow, can fail or hold up what a person does; the worker sends it in seconds.
 *
 * @returns the mail's identifier.
 * @throws Error when the address is none or a link leads to no page: a bug of the caller's.
 */
export async function enqueueMail(tx: Prisma.TransactionClient, mail: Mail): Promise<string> {
  if (parseMailAddress(mail.to) !== mail.to) throw new Error("mail to what is no normalised address");
  for (const block of mail.blocks)
    if (block.kind === "link" && !isPageAddress(block.url)) throw new Error("mail with a link to no page");
  const { id } = await tx.outboundMail.create({
    data: {
      recipient: mail.to,
      subject: oneLine(mail.subject),
      blocks: mail.blocks.map(seenBlock),
      giveUpAt: new Date(Date.now() + (mail.usefulMs ?? USEFUL_MS)),
    },
    select: { id: true },
  });
  return id;
}
