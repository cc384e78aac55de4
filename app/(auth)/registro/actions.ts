"use server";
import { redirect } from "next/navigation";
import { publicAction } from "@/lib/platform/action";
import { formSetting } from "@/lib/platform/form-setting";
import { requestOrigin } from "@/lib/platform/request-origin";
import { routes } from "@/lib/platform/routes";
import { confirmRegistration, register, resendConfirmation } from "@/lib/registration/commands/register";
import { emailSchema, linkSchema, registrationSchema } from "@/lib/registration/schema";

export const registerAction = publicAction(
  (form) => registrationSchema(form, formSetting()),
  async (ctx, registration) => {
    const registered = await register(ctx, { ...registration, origin: await requestOrigin() });
    if (!registered.ok) return registered;
    redirect(routes.registrationSent());
  },
);

export const resendAction = publicAction(
  () => emailSchema(formSetting()),
  async (ctx, { email }) => {
    const sent = await resendConfirmation(ctx, { email, origin: await requestOrigin() });
    if (!sent.ok) return sent;
    redirect(routes.registrationSentAgain());
  },
);

export const confirmRegistrationAction = publicAction(linkSchema, async (ctx, { enlace }) => {
  const made = await confirmRegistration(ctx, { token: enlace, origin: await requestOrigin() });
  redirect(made.ok ? routes.signInAfter("cuenta") : routes.uselessLink());
});
