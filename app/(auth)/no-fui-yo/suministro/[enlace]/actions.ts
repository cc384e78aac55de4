"use server";
import { redirect } from "next/navigation";
import { disownLink } from "@/lib/accounts/commands/disown-link";
import { publicAction } from "@/lib/platform/action";
import { requestOrigin } from "@/lib/platform/request-origin";
import { routes } from "@/lib/platform/routes";
import { linkSchema } from "@/lib/registration/schema";

export const disownLinkAction = publicAction(linkSchema, async (ctx, { enlace }) => {
  const disowned = await disownLink(ctx, { token: enlace, origin: await requestOrigin() });
  redirect(disowned.ok ? routes.linkDisowned() : routes.uselessLink());
});
