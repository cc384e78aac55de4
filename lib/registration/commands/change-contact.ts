import type { Context, CustomerActor } from "../../kernel/context.ts";
import { parseDetails, type Contact } from "../personal-details.ts";

/** Changes how and where the person is reached. Names and document are what they registered with. */
export async function changeContact(ctx: Context<CustomerActor>, contact: Contact): Promise<void> {
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
