import type { Context, CustomerActor } from "../kernel/context.ts";
import { parseDetails, type Contact } from "./personal-details.ts";

type Customer = Context<CustomerActor>;

/** What the portal knows of the person themselves. */
export async function ownData(ctx: Customer) {
  const { details, ...user } = await ctx.db.portalUser.findUniqueOrThrow({
    where: { id: ctx.actor.userId },
    select: { identityNumber: true, name: true, email: true, details: true, createdAt: true },
  });
  return { ...user, details: parseDetails(details) };
}

export type OwnData = Awaited<ReturnType<typeof ownData>>;

/** Changes how and where the person is reached. Names and document are what they registered with. */
export async function changeContact(ctx: Customer, contact: Contact): Promise<void> {
  await ctx.db.$transaction(async (tx) => {
    const { details } = await tx.portalUser.findUniqueOrThrow({
      where: { id: ctx.actor.userId },
      select: { details: true },
    });
    const kept = parseDetails(details);
    if (kept)
      await tx.portalUser.update({
        where: { id: ctx.actor.userId },
        data: { details: { ...kept, ...contact } },
        select: { id: true },
      });
  });
}
