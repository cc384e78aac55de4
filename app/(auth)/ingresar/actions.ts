"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { publicAction } from "@/lib/platform/action";
import { companyJurisdiction } from "@/lib/platform/profile";
import { CLIENT_ADDRESS } from "@/lib/platform/request-headers";
import { pathWithin } from "@/lib/platform/return-path";
import { routes } from "@/lib/platform/routes";
import { setSessionCookie } from "@/lib/platform/session-cookie";
import { signIn } from "@/lib/registration/commands";
import { signInSchema } from "@/lib/registration/schema";

export const signInAction = publicAction(signInSchema, async (ctx, { documento, contrasena, volver }) => {
  const document = companyJurisdiction().parseDocument(documento);
  const address = (await headers()).get(CLIENT_ADDRESS) ?? "";
  const session = await signIn(ctx, { document, password: contrasena, address });
  if (!session.ok) return session;
  const { token, staffRole } = session.value;
  await setSessionCookie(token);
  redirect(pathWithin(volver) ?? (staffRole ? routes.desk() : routes.desktop()));
});
