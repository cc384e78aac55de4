"use server";
import { redirect } from "next/navigation";
import { publicAction } from "@/lib/platform/action";
import { companyJurisdiction } from "@/lib/platform/profile";
import { requestOrigin } from "@/lib/platform/request-origin";
import { pathWithin } from "@/lib/platform/return-path";
import { routes } from "@/lib/platform/routes";
import { sessionToken, setSessionCookie } from "@/lib/platform/session-cookie";
import { codeSchema, signInSchema } from "@/lib/registration/schema";
import { giveCode, signIn } from "@/lib/registration/commands/sign-in";

export const signInAction = publicAction(signInSchema, async (ctx, { documento, contrasena, volver }) => {
  const document = companyJurisdiction().parseDocument(documento);
  const session = await signIn(ctx, { document, password: contrasena, origin: await requestOrigin() });
  if (!session.ok) return session;
  const { token, staffRole, halfOpen } = session.value;
  await setSessionCookie(token);
  if (halfOpen) redirect(routes.signInCode(volver));
  redirect(pathWithin(volver) ?? (staffRole ? routes.desk() : routes.desktop()));
});

export const giveCodeAction = publicAction(codeSchema, async (ctx, { codigo, volver }) => {
  const half = (await sessionToken()) ?? "";
  const session = await giveCode(ctx, { token: half, code: codigo, origin: await requestOrigin() });
  if (!session.ok) return session;
  const { token, staffRole } = session.value;
  await setSessionCookie(token);
  redirect(pathWithin(volver) ?? (staffRole ? routes.desk() : routes.desktop()));
});
