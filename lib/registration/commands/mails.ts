import { formatInstant } from "../../kernel/format-instant.ts";
import { env } from "../../platform/env.ts";
import type { Mail, MailBlock } from "../../platform/mail/mail.ts";
import { companyJurisdiction, companyProfile } from "../../platform/profile.ts";
import { routes } from "../../platform/routes.ts";
import { holdsWords } from "../holds-words.ts";
import { HOLDS_MS } from "../mailed-token.ts";

/** What the portal writes to people about their accounts. Links lead to a page with a button: opening them changes nothing. */

export const text = (words: string): MailBlock => ({ kind: "text", text: words });
export const link = (label: string, path: string): MailBlock => ({
  kind: "link",
  label,
  url: `${env().APP_URL}${path}`,
});

/** When something happened and where it came from, for its owner to recognise. */
export interface Happened {
  at: Date;
  device: string;
}

export const happenedBlock = ({ at, device }: Happened): MailBlock => ({
  kind: "facts",
  facts: [
    { term: "Cuándo", value: formatInstant(at, companyProfile().timeZone) },
    { term: "Desde", value: device || "un aparato que no se identificó" },
  ],
});

export const confirmRegistrationMail = (to: string, token: string): Mail => ({
  to,
  subject: "Confirme su correo para crear la cuenta",
  usefulMs: HOLDS_MS.confirm_registration,
  blocks: [
    text(
      "Alguien, seguramente usted, pidió crear una cuenta en la sucursal virtual. Para terminar, abra este enlace y confirme.",
    ),
    link("Confirmar el correo", routes.confirmRegistration(token)),
    text(
      `El enlace sirve una vez y por ${holdsWords(HOLDS_MS.confirm_registration)}. Si no fue usted, no haga nada: sin ese paso no hay cuenta.`,
    ),
  ],
});

export const alreadyRegisteredMail = (to: string): Mail => ({
  to,
  subject: "Usted ya tiene una cuenta",
  blocks: [
    text(
      `Alguien pidió crear una cuenta con su ${companyJurisdiction().documentName} o con este correo. Usted ya tiene una, y no cambió nada en ella.`,
    ),
    link("Ingresar", routes.signIn()),
    link("Si olvidó la contraseña, recuperarla", routes.recovery()),
    text("Si no fue usted, no tiene que hacer nada."),
  ],
});

/** To whoever has the address that somebody else wanted for their account. */
export const addressInUseMail = (to: string): Mail => ({
  to,
  subject: "Este correo ya es de su cuenta",
  blocks: [
    text(
      "Alguien pidió usar este correo en una cuenta de la sucursal virtual. Ya es el de la suya, así que no cambió nada.",
    ),
    text(
      "Si tiene dos cuentas, use un correo distinto en cada una. Si no fue usted, no tiene que hacer nada.",
    ),
  ],
});

export const recoveryMail = (to: string, token: string): Mail => ({
  to,
  subject: "Elija una contraseña nueva",
  usefulMs: HOLDS_MS.recover_password,
  blocks: [
    text(
      "Pidió recuperar su contraseña. Abra este enlace y elija una nueva; al hacerlo se cierran todas sus sesiones.",
    ),
    link("Elegir una contraseña nueva", routes.resetPassword(token)),
    text(
      `El enlace sirve una vez y por ${holdsWords(HOLDS_MS.recover_password)}. Si no fue usted, no haga nada: su contraseña sigue siendo la misma.`,
    ),
  ],
});

export const confirmEmailMail = (to: string, token: string): Mail => ({
  to,
  subject: "Confirme su correo nuevo",
  usefulMs: HOLDS_MS.confirm_email,
  blocks: [
    text(
      "Pidió usar este correo en su cuenta de la sucursal virtual. Abra el enlace y oprima «Usar este correo».",
    ),
    link("Confirmar el correo", routes.confirmEmail(token)),
    text(
      `El enlace sirve una vez y por ${holdsWords(HOLDS_MS.confirm_email)}. Si no fue usted, no haga nada: nada cambia sin ese paso.`,
    ),
  ],
});

/** Tells of a change to an account, with the way to say that it was not its owner who made it. */
export const changeMail = (
  to: string,
  { what, token, happened }: { what: string; token: string; happened: Happened },
): Mail => ({
  to,
  subject: what,
  usefulMs: HOLDS_MS.disown_change,
  blocks: [
    text(`${what}. Si fue usted, no tiene que hacer nada.`),
    happenedBlock(happened),
    text(
      "Si no fue usted, dígalo con este enlace: se cierran todas las sesiones, la contraseña deja de servir y le enviamos a este correo cómo elegir otra.",
    ),
    link("No fui yo", routes.disownChange(token)),
  ],
});

export const closedMail = (to: string): Mail => ({
  to,
  subject: "Su cuenta se cerró",
  blocks: [
    text(
      "Su cuenta de la sucursal virtual se cerró y lo que el portal guardaba de usted se borró. La empresa conserva sus contratos, boletas y pagos el tiempo que la ley le exige.",
    ),
    text("Si no fue usted, avise a la empresa."),
  ],
});
