import { notFound } from "next/navigation";
import { visibleSupply } from "@/lib/accounts/policy";
import { supplyAccess } from "@/lib/accounts/queries";
import { portalContext } from "@/lib/platform/context";

/** A supply and who sees it, for the pages about that; what is not theirs does not exist. */
export async function accessOrNotFound(number: string) {
  const ctx = await portalContext();
  const [visible, access] = await Promise.all([visibleSupply(ctx, number), supplyAccess(ctx, number)]);
  if (!visible || !access) notFound();
  return { usagePoint: visible.usagePoint, access };
}
