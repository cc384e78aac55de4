import type { SignInError } from "../registration/commands.ts";

/** Every code by which a command refuses. */
export type ErrorCode = SignInError;

/** What a person reads for each refusal: what is so, and what to do. */
export const ERROR_COPY: Record<ErrorCode, string> = {
  "sign-in/refused": "El documento o la contraseña no coinciden. Revíselos y vuelva a intentarlo.",
  "sign-in/too-many-attempts":
    "Hubo demasiados intentos. Espere 15 minutos y vuelva a intentarlo; si no fue usted, no tiene que hacer nada.",
};
