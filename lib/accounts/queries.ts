import { civilDateOf } from "../kernel/civil-date.ts";
import type { Context, CustomerActor, PublicActor } from "../kernel/context.ts";
import { readToken } from "../registration/mailed-token.ts";
import { maskedName } from "./masked-name.ts";
import type { SupplyAccess, SupplyName } from "./model.ts";
import { linksOf, ownLinks } from "./policy.ts";

type Customer = Context<CustomerActor>;

/** What a person calls each supply that they see, and who shares it with them, by number. */
export async function supplyNames(ctx: Customer, number?: string): Promise<Map<string, SupplyName>> {
  const links = await ctx.db.usagePointLink.findMany({
    where: { ...linksOf(ctx.actor.userId), ...(number !== undefined && { usagePointNumber: number }) },
    select: {
      usagePointNumber: true,
      alias: true,
      sharedBy: { select: { user: { select: { name: true } } } },
    },
    // Of several contracts of one supply, the newest comes last and stays.
    orderBy: [{ agreement: { validFrom: "asc" } }],
  });
  return new Map(
    links.map(({ usagePointNumber, alias, sharedBy }) => [
      usagePointNumber,
      { number: usagePointNumber, alias, sharedBy: sharedBy?.user.name ?? null },
    ]),
  );
}

/** Who sees a supply, for one who does; null when they do not, or it does not exist. */
export async function supplyAccess(ctx: Customer, number: string): Promise<SupplyAccess | null> {
  const name = (await supplyNames(ctx, number)).get(number);
  if (!name) return null;
  const { userId } = ctx.actor;
  const links = await ctx.db.usagePointLink.findMany({
    where: { ...ownLinks(userId), usagePointNumber: number },
    select: {
      id: true,
      shares: {
        where: { endedAt: null },
        select: { id: true, linkedAt: true, user: { select: { name: true } } },
      },
      agreement: {
        select: {
          validTo: true,
          links: {
            where: { endedAt: null, sharedById: null, userId: { not: userId } },
            select: { linkedAt: true, user: { select: { name: true } } },
          },
        },
      },
    },
  });
  const invitations = await invitationsOf(
    ctx,
    links.map(({ id }) => id),
  );
  const seen = (link: { linkedAt: Date; user: { name: string } }) => ({
    who: maskedName(link.user.name),
    since: link.linkedAt,
  });
  return {
    ...name,
    own: links.length > 0,
    canShare: links.some(
      ({ agreement: { validTo } }) => validTo === null || civilDateOf(validTo) >= ctx.today(),
    ),
    others: links.flatMap(({ agreement }) => agreement.links.map(seen)),
    shares: links.flatMap(({ shares }) =>
      shares.map(({ id, linkedAt, user }) => ({ id, name: user.name, since: linkedAt })),
    ),
    invitations: invitations.flatMap(({ email, expiresAt }) => (email ? [{ email, expiresAt }] : [])),
  };
}

/** Every link that a person has or had, with whom they share by it, and the supplies that they were put out of. */
export async function heldLinks(ctx: Customer) {
  const { identityNumber } = await ctx.db.portalUser.findUniqueOrThrow({
    where: { id: ctx.actor.userId },
    select: { identityNumber: true },
  });
  const [links, putOut] = await Promise.all([
    ctx.db.usagePointLink.findMany({
      where: { userId: ctx.actor.userId },
      select: {
        id: true,
        usagePointNumber: true,
        alias: true,
        linkedAt: true,
        endedAt: true,
        sharedBy: { select: { user: { select: { name: true } } } },
        shares: { select: { linkedAt: true, endedAt: true, user: { select: { name: true } } } },
      },
      orderBy: [{ linkedAt: "asc" }, { id: "asc" }],
    }),
    ctx.db.disownedLink.findMany({
      where: { identityNumber },
      select: { disownedAt: true, agreement: { select: { usagePointNumber: true } } },
      orderBy: { disownedAt: "asc" },
    }),
  ]);
  const invitations = await invitationsOf(
    ctx,
    links.map(({ id }) => id),
  );
  return {
    links: links.map(({ id, sharedBy, shares, ...link }) => ({
      ...link,
      sharedBy: sharedBy?.user.name ?? null,
      shares: shares.map(({ user, ...share }) => ({ with: user.name, ...share })),
      invitations: invitations
        .filter(({ subjectId }) => subjectId === id)
        .map(({ email, expiresAt }) => ({ email, expiresAt })),
    })),
    putOut: putOut.map(({ disownedAt, agreement }) => ({ ...agreement, disownedAt })),
  };
}

export type HeldLinks = Awaited<ReturnType<typeof heldLinks>>;

const invitationsOf = (ctx: Customer, links: readonly string[]) =>
  ctx.db.mailedToken.findMany({
    where: { purpose: "accept_share", subjectId: { in: [...links] }, expiresAt: { gt: ctx.now() } },
    select: { subjectId: true, email: true, expiresAt: true },
    orderBy: { expiresAt: "asc" },
  });

/** What a "no fui yo" is about, for its page to say; null when it does not hold (any more). */
export async function linkToDisown(ctx: Context<PublicActor>, token: string) {
  const held = await readToken(ctx.db, "disown_link", { token, now: ctx.now() });
  const link =
    held &&
    (await ctx.db.usagePointLink.findUnique({
      where: { id: held.subjectId },
      select: { usagePointNumber: true, linkedAt: true, user: { select: { name: true } } },
    }));
  return link && { number: link.usagePointNumber, linkedAt: link.linkedAt, who: maskedName(link.user.name) };
}

/** What an invitation offers to who is signed in; null when it does not hold, or is for another address. */
export async function invitationFor(ctx: Customer, token: string) {
  const held = await readToken(ctx.db, "accept_share", { token, now: ctx.now() });
  const person = await ctx.db.portalUser.findUniqueOrThrow({
    where: { id: ctx.actor.userId },
    select: { email: true },
  });
  if (!held?.email || held.email !== person.email) return null;
  const link = await ctx.db.usagePointLink.findUnique({
    where: { id: held.subjectId, endedAt: null, sharedById: null },
    select: { usagePointNumber: true, user: { select: { name: true } } },
  });
  return link && { number: link.usagePointNumber, who: link.user.name };
}
