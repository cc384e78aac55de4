import type { DecisionError } from "../loading/desk.ts";
import type { ReceiveError } from "../loading/package/receive-package.ts";
import type { SignInError } from "../registration/commands.ts";

/** Every code by which a command refuses. */
export type ErrorCode = SignInError | ReceiveError | DecisionError;

/** What a person reads for each refusal: what is so, and what to do. */
export const ERROR_COPY: Record<ErrorCode, string> = {
  "sign-in/refused": "El documento o la contraseña no coinciden. Revíselos y vuelva a intentarlo.",
  "sign-in/too-many-attempts":
    "Hubo demasiados intentos. Espere 15 minutos y vuelva a intentarlo; si no fue usted, no tiene que hacer nada.",

  "package/missing": "Elija el archivo zip del paquete.",
  "package/empty": "El archivo está vacío. Revise que la exportación haya terminado y elíjalo de nuevo.",
  "package/too-large":
    "El archivo pasa de 1 GiB. Divida el paquete en varios, o pida que lo carguen desde el servidor como carpeta.",
  "package/not-a-zip":
    "El archivo no es un zip. Comprima la carpeta del paquete en formato zip y elija ese archivo.",
  "package/cut-short":
    "El archivo llegó incompleto: la conexión se cortó antes del final. Vuelva a subirlo; si vuelve a pasar, pida que lo carguen desde el servidor.",

  "load/not-to-be-decided":
    "Esta carga ya no está como la vio: alguien decidió antes, o se comprobó de nuevo. Vuelva a abrir la página, mire los totales y decida.",
  "load/not-to-be-discarded":
    "Esta carga ya no se puede descartar: se está comprobando o publicando, o ya terminó. Vea abajo cómo quedó.",
};
