"use server";
import { redirect } from "next/navigation";
import { readAmount } from "@/lib/accounts/amount";
import { linkSupply } from "@/lib/accounts/commands/link-supply";
import { linkSupplySchema } from "@/lib/accounts/schema";
import { portalAction } from "@/lib/platform/action";
import { companyJurisdiction } from "@/lib/platform/profile";
import { requestOrigin } from "@/lib/platform/request-origin";
import { routes } from "@/lib/platform/routes";

export const linkSupplyAction = portalAction(
  () => linkSupplySchema(companyJurisdiction().words.bill),
  async (ctx, { cliente, medidor, total }) => {
    const proof = { number: cliente, meter: medidor, total: readAmount(total) };
    const linked = await linkSupply(ctx, { ...proof, origin: await requestOrigin() });
    if (!linked.ok) return linked;
    redirect(routes.usagePointLinked(linked.value));
  },
);
