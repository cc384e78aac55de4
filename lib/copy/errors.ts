import type { DecisionError } from "../loading/desk.ts";
import type { ReceiveError } from "../loading/package/receive-package.ts";
import type { SignInError } from "../registration/commands.ts";
import type { PasswordProblem } from "../registration/password-policy.ts";

/** Every code by which a command refuses. */
export type ErrorCode = SignInError | PasswordProblem | ReceiveError | DecisionError;

/** What a person reads for each refusal: what is so, and what to do. */
export const ERROR_COPY: Record<ErrorCode, string> = {
  "sign-in/refused": "El documento o la contraseña no coinciden. Revíselos y vuelva a intentarlo.",
  "sign-in/too-many-attempts":
    "Hubo demasiados intentos. Espere 15 minutos y vuelva a intentarlo; si no fue usted, no tiene que hacer nada.",

  "password/too-short":
    "Escriba al menos 15 caracteres. Sirve una frase de varias palabras que no tengan que ver entre sí.",
  "password/too-short-with-second-factor":
    "Escriba al menos 12 caracteres. Sirve una frase de varias palabras que no tengan que ver entre sí.",
  "password/too-long": "Acórtela: la contraseña puede tener hasta 128 caracteres.",
  "password/common":
    "Elija otra: ésta es de las que más se usan y se adivina enseguida. Sirve una frase de varias palabras que no tengan que ver entre sí.",
  "password/personal":
    "Elija otra: ésta se hace con sus datos o con los de la empresa. Agregue palabras que no tengan que ver con usted.",
  "password/predictable":
    "Elija otra: ésta se hace con palabras muy usadas, años, teclas seguidas o partes repetidas. Agregue palabras que no tengan que ver entre sí.",

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
