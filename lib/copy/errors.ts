import type { LinkError } from "../accounts/commands/link-supply.ts";
import type { ShareError } from "../accounts/commands/share-supply.ts";
import type { DecisionError } from "../loading/desk.ts";
import type { ReceiveError } from "../loading/package/receive-package.ts";
import type { PasswordError } from "../registration/commands/confirm-password.ts";
import type { EmailChangeError } from "../registration/commands/change-email.ts";
import type { PasswordProblem } from "../registration/password-policy.ts";
import type { RecoveryError } from "../registration/commands/recovery.ts";
import type { RegistrationError } from "../registration/commands/register.ts";
import type { FactorError } from "../registration/commands/second-factor-settings.ts";
import type { CodeError, SignInError } from "../registration/commands/sign-in.ts";

/** Every code by which a command refuses. */
export type ErrorCode =
  | SignInError
  | CodeError
  | RegistrationError
  | RecoveryError
  | PasswordProblem
  | PasswordError
  | FactorError
  | EmailChangeError
  | LinkError
  | ShareError
  | ReceiveError
  | DecisionError;

/** What a person reads for each refusal: what is so, and what to do. */
export const ERROR_COPY: Record<ErrorCode, string> = {
  "sign-in/refused": "El documento o la contraseña no coinciden. Revíselos y vuelva a intentarlo.",
  "sign-in/too-many-attempts":
    "Hubo demasiados intentos. Espere 15 minutos y vuelva a intentarlo; si no fue usted, no tiene que hacer nada.",

  "code/refused":
    "El código no coincide, o ya se usó. Escriba el que muestra ahora su aplicación, o uno de sus códigos de recuperación.",
  "code/too-many-attempts":
    "Hubo demasiados intentos con el código. Espere 15 minutos y vuelva a intentarlo. Si no tiene su teléfono, use entonces un código de recuperación.",
  "code/too-late": "Pasó demasiado tiempo desde que escribió la contraseña. Vuelva a ingresar.",

  "registration/too-many-attempts":
    "Hubo demasiados intentos de registro. Revise el correo que ya le enviamos, o espere una hora y vuelva a intentarlo.",
  "recovery/too-many-attempts":
    "Ya pidió varios correos. Revise también el correo no deseado; si no le llegó, espere una hora y vuelva a pedirlo.",
  "email/too-many-attempts":
    "Ya pidió varios correos de confirmación. Revise también el correo no deseado, o espere una hora y vuelva a pedirlo.",
  "link/useless": "Este enlace ya no sirve: se usó, venció, o se pidió otro después. Pida uno nuevo.",

  "password/wrong": "La contraseña no es la de su cuenta. Revísela y vuelva a escribirla.",
  "password/too-many-attempts":
    "Hubo demasiados intentos con la contraseña. Espere 15 minutos y vuelva a intentarlo.",
  "second-factor/there-already": "Su cuenta ya tiene un código de verificación.",
  "second-factor/password-too-short":
    "Su contraseña tiene menos de 15 caracteres, y sin el código de verificación eso es poco. Cámbiela primero por una más larga.",

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

  "supply/not-proved":
    "No pudimos comprobar los datos. Mire la boleta o factura y revise los tres: el número de cliente, el número de medidor y el total a pagar de una de las tres últimas. Si su total es un cargo mínimo, igual al de muchos, use el de otra.",
  "supply/too-many-attempts":
    "Hubo demasiados intentos. Espere algunas horas y vuelva a intentarlo con la boleta o factura a la vista. Si no tiene ninguna de las tres últimas, escriba a la empresa.",
  "share/own-address": "Ése es su propio correo. Escriba el de la otra persona.",
  "share/not-an-address": "Revise el correo: debe tener la forma nombre@dominio.",
  "share/too-many-attempts":
    "Ya envió varias invitaciones. Espere una hora antes de enviar otra; las anteriores siguen en pie.",

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

/** The field whose answer a refusal is about, where a form has it; the others are about the whole. */
export const ERROR_FIELD: Partial<Record<ErrorCode, string>> = {
  "code/refused": "codigo",
  "share/own-address": "correo",
  "share/not-an-address": "correo",
  "password/wrong": "actual",
  "password/too-short": "contrasena",
  "password/too-short-with-second-factor": "contrasena",
  "password/too-long": "contrasena",
  "password/common": "contrasena",
  "password/personal": "contrasena",
  "password/predictable": "contrasena",
};
