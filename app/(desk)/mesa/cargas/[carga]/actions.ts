"use server";
import { redirect } from "next/navigation";
import { approveLoad, discardLoad } from "@/lib/loading/desk";
import { approvalSchema, decisionSchema } from "@/lib/loading/schema";
import { administratorAction } from "@/lib/platform/action";
import { routes } from "@/lib/platform/routes";

export const approveLoadAction = administratorAction(approvalSchema, async (ctx, { carga, comprobada }) => {
  const approved = await approveLoad(ctx, { id: carga, seen: comprobada });
  if (approved.ok) redirect(routes.load(carga));
  return approved;
});

export const discardLoadAction = administratorAction(decisionSchema, async (ctx, { carga }) => {
  const discarded = await discardLoad(ctx, carga);
  if (discarded.ok) redirect(routes.load(carga));
  return discarded;
});
