"use server";
import { redirect } from "next/navigation";
import { portalAction } from "@/lib/platform/action";
import { routes } from "@/lib/platform/routes";
import { clearSessionCookie } from "@/lib/platform/session-cookie";
import { changeContact } from "@/lib/registration/commands/change-contact";
import { closeAccount } from "@/lib/registration/commands/close-account";
import { contactSchema, currentPasswordSchema } from "@/lib/registration/schema";

export const changeContactAction = portalAction(contactSchema, async (ctx, contact) => {
  await changeContact(ctx, contact);
  redirect(routes.ownDataChanged());
});

export const closeAccountAction = portalAction(currentPasswordSchema, async (ctx, { actual }) => {
  const closed = await closeAccount(ctx, actual);
  if (!closed.ok) return closed;
  await clearSessionCookie();
  redirect(routes.signInAfter("cierre"));
});
