"use server";
import { notFound, redirect } from "next/navigation";
import {
  leaveSupply,
  nameSupply,
  revokeShare,
  withdrawInvitation,
} from "@/lib/accounts/commands/leave-supply";
import { inviteToSupply } from "@/lib/accounts/commands/share-supply";
import { invitationSchema, inviteSchema, nameSchema, shareSchema, supplySchema } from "@/lib/accounts/schema";
import { portalAction } from "@/lib/platform/action";
import { requestOrigin } from "@/lib/platform/request-origin";
import { routes } from "@/lib/platform/routes";

export const nameSupplyAction = portalAction(nameSchema, async (ctx, { numero, nombre }) => {
  if (!(await nameSupply(ctx, numero, nombre || null))) notFound();
  redirect(routes.accessAfter(numero, "nombre"));
});

export const inviteAction = portalAction(inviteSchema, async (ctx, { numero, correo }) => {
  const invited = await inviteToSupply(ctx, numero, { written: correo, origin: await requestOrigin() });
  if (!invited) notFound();
  if (!invited.ok) return invited;
  redirect(routes.accessAfter(numero, "invitacion"));
});

export const leaveSupplyAction = portalAction(supplySchema, async (ctx, { numero }) => {
  if (!(await leaveSupply(ctx, numero, await requestOrigin()))) notFound();
  redirect(routes.desktopAfterLeaving());
});

export const revokeShareAction = portalAction(shareSchema, async (ctx, { numero, vinculo }) => {
  await revokeShare(ctx, numero, { share: vinculo, origin: await requestOrigin() });
  redirect(routes.accessAfter(numero, "retiro"));
});

export const withdrawInvitationAction = portalAction(invitationSchema, async (ctx, { numero, correo }) => {
  await withdrawInvitation(ctx, numero, { email: correo, origin: await requestOrigin() });
  redirect(routes.accessAfter(numero, "retiro"));
});
