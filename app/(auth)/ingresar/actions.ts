"use server";
import { redirect } from "next/navigation";
import { publicAction } from "@/lib/platform/action";
import { companyJurisdiction } from "@/lib/platform/profile";
import { requestOrigin } from "@/lib/platform/request-origin";
import { pathWithin } from "@/lib/platform/return-path";
import { routes } from "@/lib/platform/routes";
import { setSessionCookie } from "@/lib/platform/session-cookie";
import { signInSchema } from "@/lib/registration/schema";
import { signIn } from "@/lib/registration/commands/sign-in";

export const signInAction = publicAction(signInSchema, async (ctx, { documento, contrasena, volver }) => {
  const document = companyJurisdiction().parseDocument(documento);
  const session = await signIn(ctx, { document, password: contrasena, origin: await requestOrigin() });
  if (!session.ok) return session;
  const { token, staffRole, halfOpen } = session.value;
  await setSessionCookie(token);
  if (halfOpen) redirect(routes.signInCode(volver));
  redirect(pathWithin(volver) ?? (staffRole ? routes.desk() : routes.desktop()));
});
