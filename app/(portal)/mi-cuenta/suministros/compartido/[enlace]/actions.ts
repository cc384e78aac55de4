"use server";
import { redirect } from "next/navigation";
import { acceptShare } from "@/lib/accounts/commands/share-supply";
import { portalAction } from "@/lib/platform/action";
import { requestOrigin } from "@/lib/platform/request-origin";
import { routes } from "@/lib/platform/routes";
import { linkSchema } from "@/lib/registration/schema";

export const acceptShareAction = portalAction(linkSchema, async (ctx, { enlace }) => {
  const accepted = await acceptShare(ctx, { token: enlace, origin: await requestOrigin() });
  redirect(accepted.ok ? routes.usagePointLinked(accepted.value) : routes.uselessLink());
});
