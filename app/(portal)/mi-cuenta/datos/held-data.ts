import { heldLinks } from "@/lib/accounts/queries";
import type { Context, CustomerActor } from "@/lib/kernel/context";
import { sessionToken } from "@/lib/platform/session-cookie";
import {
  keptMails,
  openSessions,
  ownData,
  secondFactor,
  securityEvents,
  unconfirmedEmails,
} from "@/lib/registration/queries";

/** Everything that the portal holds about a person, but for what their supplies used, owe and paid. */
export async function heldData(ctx: Context<CustomerActor>) {
  const [account, waiting, factor, sessions, events, mails, access] = await Promise.all([
    ownData(ctx),
    unconfirmedEmails(ctx),
    secondFactor(ctx),
    openSessions(ctx, (await sessionToken()) ?? ""),
    securityEvents(ctx),
    keptMails(ctx),
    heldLinks(ctx),
  ]);
  return {
    account: { ...account, unconfirmedEmails: waiting, secondFactor: factor },
    sessions: sessions.map(({ id: _id, ...session }) => session),
    events,
    mails,
    access,
  };
}
