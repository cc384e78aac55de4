import type { OutboundMailState, SecurityEventKind } from "@/lib/platform/generated/client";

/** What happened to an account, as its owner is told. */
export const EVENT_WORDS: Record<SecurityEventKind, string> = {
  account_created: "Se creó la cuenta",
  signed_in: "Se ingresó a la cuenta",
  password_changed: "Cambió la contraseña",
  password_recovered: "Se recuperó la contraseña",
  email_changed: "Cambió el correo",
  second_factor_added: "Se agregó el código de verificación",
  second_factor_removed: "Se quitó el código de verificación",
  recovery_code_used: "Se ingresó con un código de recuperación",
  recovery_codes_renewed: "Se crearon códigos de recuperación nuevos",
  sessions_ended: "Se cerraron sesiones",
  change_disowned: "Se avisó «no fui yo», y se cerraron las sesiones",
  supply_linked: "Se vinculó un suministro",
  supply_unlinked: "Se desvinculó un suministro",
  link_disowned: "Se avisó «no fui yo» de una vinculación",
  supply_shared: "Se compartió un suministro",
  share_revoked: "Se dejó de compartir un suministro",
};

/** The same with the supply that it is about. */
export const eventWords = (event: { kind: SecurityEventKind; usagePointNumber: string | null }) =>
  event.usagePointNumber === null
    ? EVENT_WORDS[event.kind]
    : `${EVENT_WORDS[event.kind]}: ${event.usagePointNumber}`;

/** Whether the person uses a second factor. */
export const factorWords = (factor: { recoveryCodes: number } | null) =>
  factor
    ? `Lo usa; ${factor.recoveryCodes === 1 ? "le queda 1 código" : `le quedan ${factor.recoveryCodes} códigos`} de recuperación`
    : "No lo usa";

/** Where a mail to the person stands. */
export const MAIL_WORDS: Record<OutboundMailState, string> = {
  queued: "Por enviar",
  sending: "Por enviar",
  sent: "Enviado",
  failed: "No se pudo enviar",
  unknown: "No se sabe si llegó",
};
