import { visibleSupply } from "@/lib/accounts/policy";
import { supplyAccess } from "@/lib/accounts/queries";
import type { Context, CustomerActor } from "@/lib/kernel/context";

/** A supply and who sees it, for the pages about that; null when it is not theirs, or does not exist. */
export async function accessOf(ctx: Context<CustomerActor>, number: string) {
  const [visible, access] = await Promise.all([visibleSupply(ctx, number), supplyAccess(ctx, number)]);
  return visible && access && { usagePoint: visible.usagePoint, access };
}
