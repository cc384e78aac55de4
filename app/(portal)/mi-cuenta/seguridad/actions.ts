"use server";
import { redirect } from "next/navigation";
import { portalAction } from "@/lib/platform/action";
import { formSetting } from "@/lib/platform/form-setting";
import { requestOrigin } from "@/lib/platform/request-origin";
import { routes } from "@/lib/platform/routes";
import { sessionToken } from "@/lib/platform/session-cookie";
import { requestEmailChange } from "@/lib/registration/commands/change-email";
import { changePassword } from "@/lib/registration/commands/change-password";
import { endOtherSessions, endSession } from "@/lib/registration/commands/end-sessions";
import {
  addSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from "@/lib/registration/commands/second-factor-settings";
import {
  emailChangeSchema,
  factorSchema,
  noFieldsSchema,
  passwordChangeSchema,
  sessionSchema,
} from "@/lib/registration/schema";

const here = async () => ({ token: (await sessionToken()) ?? "", origin: await requestOrigin() });

export const changePasswordAction = portalAction(
  passwordChangeSchema,
  async (ctx, { actual, contrasena }) => {
    const changed = await changePassword(ctx, { current: actual, password: contrasena, ...(await here()) });
    if (!changed.ok) return changed;
    redirect(routes.securityAfter("contrasena"));
  },
);

export const changeEmailAction = portalAction(
  () => emailChangeSchema(formSetting()),
  async (ctx, { actual, email }) => {
    const requested = await requestEmailChange(ctx, { current: actual, email });
    if (!requested.ok) return requested;
    redirect(routes.securityAfter("correo"));
  },
);

export const addFactorAction = portalAction(factorSchema, async (ctx, { actual, codigo }) =>
  addSecondFactor(ctx, { current: actual, code: codigo, ...(await here()) }),
);

export const removeFactorAction = portalAction(factorSchema, async (ctx, { actual, codigo }) => {
  const removed = await removeSecondFactor(ctx, {
    current: actual,
    code: codigo,
    origin: await requestOrigin(),
  });
  if (!removed.ok) return removed;
  redirect(routes.securityAfter("sin-codigo"));
});

export const renewCodesAction = portalAction(factorSchema, async (ctx, { actual, codigo }) =>
  renewRecoveryCodes(ctx, { current: actual, code: codigo, origin: await requestOrigin() }),
);

export const endSessionAction = portalAction(sessionSchema, async (ctx, { sesion }) => {
  await endSession(ctx, sesion, await requestOrigin());
  redirect(routes.securityAfter("sesion"));
});

export const endOtherSessionsAction = portalAction(noFieldsSchema, async (ctx) => {
  const { token, origin } = await here();
  await endOtherSessions(ctx, token, origin);
  redirect(routes.securityAfter("sesiones"));
});

/** "No fui yo" of something in the list: whoever else is in goes out, and the password is the next thing to change. */
export const disownEventAction = portalAction(noFieldsSchema, async (ctx) => {
  const { token, origin } = await here();
  await endOtherSessions(ctx, token, origin);
  redirect(routes.changePasswordAfterDisowning());
});
