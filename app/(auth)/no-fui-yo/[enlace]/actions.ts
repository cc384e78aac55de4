"use server";
import { redirect } from "next/navigation";
import { publicAction } from "@/lib/platform/action";
import { requestOrigin } from "@/lib/platform/request-origin";
import { routes } from "@/lib/platform/routes";
import { disownChange } from "@/lib/registration/commands/disown-change";
import { linkSchema } from "@/lib/registration/schema";

export const disownChangeAction = publicAction(linkSchema, async (ctx, { enlace }) => {
  const disowned = await disownChange(ctx, { token: enlace, origin: await requestOrigin() });
  redirect(disowned.ok ? routes.signInAfter("no-fui-yo") : routes.uselessLink());
});
