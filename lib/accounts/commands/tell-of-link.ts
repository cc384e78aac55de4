import type { Prisma } from "../../platform/generated/client.ts";
import { parseMailAddress } from "../../platform/mail/address.ts";
import { enqueueMail } from "../../platform/mail/enqueue.ts";
import type { Happening } from "../../registration/commands/tell-of-change.ts";
import { mailToken } from "../../registration/mailed-token.ts";
import { keptOrigin } from "../../registration/security-events.ts";
import { maskedName } from "../masked-name.ts";
import { linkedMail } from "./mails.ts";

/**
 * Tells of a new link to a supply: the holder, at the address of the company's records, and everybody else who sees it by
 * their own proof. Each can say that it was not them.
 *
 * Nobody but the holder is asked about somebody with the holder's document: or whoever came first, with a bill that was
 * not theirs, could lock the holder out.
 */
export async function tellOfLink(
  tx: Prisma.TransactionClient,
  linkId: string,
  { at, origin }: Happening,
): Promise<void> {
  const link = await tx.usagePointLink.findUniqueOrThrow({
    where: { id: linkId },
    select: {
      usagePointNumber: true,
      sharedById: true,
      user: { select: { id: true, name: true, identityNumber: true } },
      agreement: {
        select: {
          customer: { select: { email: true, identityNumber: true } },
          links: {
            where: { endedAt: null, sharedById: null, user: { disabledAt: null } },
            select: { user: { select: { id: true, email: true } } },
          },
        },
      },
    },
  });
  const { user, agreement } = link;
  const holder = parseMailAddress(agreement.customer.email ?? "");
  const others = agreement.links
    .filter((other) => other.user.id !== user.id)
    .map((other) => other.user.email);
  const byHolder = user.identityNumber === agreement.customer.identityNumber;
  const told = new Map<string, { to: string; asked: boolean }>();
  for (const to of others) if (to) told.set(to.toLowerCase(), { to, asked: !byHolder });
  if (holder) told.set(holder.toLowerCase(), { to: holder, asked: true });
  const what = {
    number: link.usagePointNumber,
    who: maskedName(user.name),
    shared: link.sharedById !== null,
    happened: { at, device: keptOrigin(origin).device },
  };
  for (const { to, asked } of told.values()) {
    const subject = { purpose: "disown_link", subjectId: linkId, email: to } as const;
    const token = asked ? await mailToken(tx, subject, { now: at, keepOthers: true }) : null;
    await enqueueMail(tx, linkedMail(to, { ...what, token }));
  }
}
