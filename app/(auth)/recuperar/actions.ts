"use server";
import { redirect } from "next/navigation";
import { publicAction } from "@/lib/platform/action";
import { companyJurisdiction } from "@/lib/platform/profile";
import { requestOrigin } from "@/lib/platform/request-origin";
import { routes } from "@/lib/platform/routes";
import { requestRecovery, resetPassword } from "@/lib/registration/commands/recovery";
import { documentSchema, resetSchema } from "@/lib/registration/schema";

export const recoverAction = publicAction(documentSchema, async (ctx, { documento }) => {
  const document = companyJurisdiction().parseDocument(documento);
  const requested = await requestRecovery(ctx, { document, origin: await requestOrigin() });
  if (!requested.ok) return requested;
  redirect(routes.recoverySent());
});

export const resetPasswordAction = publicAction(resetSchema, async (ctx, { enlace, contrasena }) => {
  const reset = await resetPassword(ctx, {
    token: enlace,
    password: contrasena,
    origin: await requestOrigin(),
  });
  if (reset.ok) redirect(routes.signInAfter("contrasena"));
  if (reset.error === "link/useless") redirect(routes.uselessLink());
  return reset;
});
