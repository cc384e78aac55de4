"use server";
import { redirect } from "next/navigation";
import { publicAction } from "@/lib/platform/action";
import { requestOrigin } from "@/lib/platform/request-origin";
import { routes } from "@/lib/platform/routes";
import { confirmEmail } from "@/lib/registration/commands/change-email";
import { linkSchema } from "@/lib/registration/schema";

export const confirmEmailAction = publicAction(linkSchema, async (ctx, { enlace }) => {
  const confirmed = await confirmEmail(ctx, { token: enlace, origin: await requestOrigin() });
  redirect(confirmed.ok ? routes.signInAfter("correo") : routes.uselessLink());
});
