import { companyJurisdiction } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { holdsWords } from "@/lib/registration/holds-words";
import { HOLDS_MS } from "@/lib/registration/mailed-token";
import { LEAST_CHARACTERS } from "@/lib/registration/password-policy";
import type { ManualPart } from "./manual-part";

/** How an account comes to be, how it is kept, and how it ends. */
export const ACCOUNT: ManualPart = {
  id: "cuenta",
  title: "Su cuenta: registrarse, recuperarla, cuidarla",
  Body: Account,
};

function Account() {
  return (
    <dl>
      <dt>Registrarse</dt>
      <dd>
        <Registering />
      </dd>
      <dt>La contraseña</dt>
      <dd>
        <Password />
      </dd>
      <dt>El código de verificación</dt>
      <dd>
        Es un segundo seguro, opcional: además de la contraseña se pide un número que muestra una aplicación
        de su teléfono. Se agrega y se quita en <a href={routes.security()}>Seguridad</a>, que entrega códigos
        de recuperación: guárdelos en papel. Si pierde el teléfono, cada uno le deja entrar una vez. Sin
        teléfono ni códigos no podrá ingresar: recuperar la contraseña no quita el código.
      </dd>
      <dt>Sesiones y avisos</dt>
      <dd>
        <Watching />
      </dd>
      <dt>Sus datos</dt>
      <dd>
        <OwnData />
      </dd>
    </dl>
  );
}

function Registering() {
  return (
    <>
      En <a href={routes.registration()}>Registrarse</a>, escriba su {companyJurisdiction().documentName}, su
      nombre, su apellido, su correo y una contraseña; lo que dice «opcional» puede quedar en blanco. Una
      empresa se registra{" "}
      <a href={routes.companyRegistration()}>con su documento y el de quien la representa</a>. Le llegará un
      correo: abra su enlace, que sirve {holdsWords(HOLDS_MS.confirm_registration)}, y oprima el botón. Si no
      llega, mire en el correo no deseado o pida otro. Si ya tenía cuenta, el correo se lo dice.
    </>
  );
}

function Password() {
  const { alone, withSecondFactor } = LEAST_CHARACTERS;
  return (
    <>
      Lleva al menos {alone} caracteres, o {withSecondFactor} si además usa un código de verificación. Varias
      palabras que sólo usted juntaría son fáciles de recordar y difíciles de adivinar. Si la olvida,{" "}
      <a href={routes.recovery()}>recupérela</a> con su {companyJurisdiction().documentName}: el enlace llega
      a su correo y sirve {holdsWords(HOLDS_MS.recover_password)}. Al usarlo se cierran todas las sesiones.
    </>
  );
}

function Watching() {
  return (
    <>
      En <a href={routes.security()}>Seguridad</a> se cambian la contraseña y el correo: uno nuevo se usa
      desde que lo confirma con el enlace que le llega. Ahí se ven las sesiones abiertas, que puede cerrar una
      por una o todas las demás, y lo que pasó en su cuenta. Si alguien cambia o recupera la contraseña, o
      cambia el correo o el código de verificación, le avisamos por correo. Si no fue usted, use «No fui yo»
      en ese correo, que sirve {holdsWords(HOLDS_MS.disown_change)}: cierra todas las sesiones y le deja
      elegir otra contraseña.
    </>
  );
}

function OwnData() {
  return (
    <>
      <a href={routes.ownData()}>Mis datos</a> muestra lo que usted dio y lo entrega en PDF con todo lo demás
      que el portal guarda de usted; con las {companyJurisdiction().words.bill}s, lecturas y pagos de sus
      suministros, en un archivo JSON para otro programa. Ahí también se{" "}
      <a href={routes.closeAccount()}>cierra la cuenta</a>: se borra lo suyo en el portal, y la empresa
      conserva lo que la ley la obliga a guardar. Su contrato de electricidad sigue igual.
    </>
  );
}
