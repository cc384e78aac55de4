import { sessionLimits } from "@/lib/registration/model";
import { companyJurisdiction } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { ACCOUNT } from "./account";
import type { ManualPart } from "./manual-part";

/** From the door to what is known of a supply. */
export const ENTERING: readonly ManualPart[] = [
  { id: "ingresar", title: "Cómo ingresar", Body: SignIn },
  ACCOUNT,
  { id: "escritorio", title: "El escritorio", Body: Desktop },
  { id: "general", title: "Información General e Información Usuario", Body: General },
  { id: "tecnica", title: "Información Técnica", Body: Technical },
];

function SignIn() {
  const { documentName, documentExample } = companyJurisdiction();
  const minutes = sessionLimits(false).idleMs / 60_000;
  return (
    <>
      <p>
        En <a href={routes.signIn()}>Ingresar</a>, escriba su {documentName}, con o sin puntos (por ejemplo,{" "}
        {documentExample}), y su contraseña.
      </p>
      <p>
        Después de varios intentos fallidos hay que esperar unos minutos. Si no tiene cuenta,{" "}
        <a href={routes.registration()}>regístrese</a>; si no recuerda la contraseña,{" "}
        <a href={routes.recovery()}>recupérela</a>. Para ver un suministro que es suyo,{" "}
        <a href={routes.helpOn("agregar")}>agréguelo</a>.
      </p>
      <p>
        La sesión se cierra sola a los {minutes} minutos sin uso. En un computador que usan otros, ciérrela
        usted con «Cerrar sesión».
      </p>
    </>
  );
}

function Desktop() {
  const { words } = companyJurisdiction();
  return (
    <>
      <p>
        Es la primera página al ingresar. De cada suministro dice primero lo que se debe y hasta cuándo, o que
        no se debe nada; después, la última {words.bill} y el consumo de los últimos meses.
      </p>
      <p>
        Una {words.bill} está <strong>por pagar</strong>, <strong>vencida</strong> o <strong>pagada</strong>,
        según los pagos que la empresa ha cargado. Un pago reciente puede tardar en aparecer.
      </p>
      <p>
        El nombre de cada suministro lleva a su información. Sólo verá los suministros vinculados a su cuenta,
        y de cada uno, el tiempo en que su contrato ha estado vigente.
      </p>
    </>
  );
}

function General() {
  const { documentName, words } = companyJurisdiction();
  const place = `${words.comuna.toLowerCase()}, ${words.region.toLowerCase()}`;
  return (
    <>
      <p>
        <strong>Información General</strong> reúne todo lo que se sabe del suministro.{" "}
        <strong>Información Usuario</strong> muestra sólo la parte de quien lo contrató: {documentName},
        nombre, correo, teléfono, dirección, {place} y la fecha de facturación, que es el día en que se emitió
        la última {words.bill}.
      </p>
      <p>
        Si fue titular y ya no lo es, verá los datos técnicos del suministro, pero no los de quien lo tiene
        ahora.
      </p>
    </>
  );
}

function Technical() {
  return (
    <dl>
      <dt>Capacidad empalme</dt>
      <dd>La potencia máxima que admite su conexión, en kVA.</dd>
      <dt>Transformador</dt>
      <dd>
        El equipo de la red que lo alimenta, con su capacidad en kVA y su nivel de tensión: AT, MT o BT.
      </dd>
      <dt>Tarifa</dt>
      <dd>La opción con que se calcula lo que paga.</dd>
      <dt>Frecuencia de facturación</dt>
      <dd>Cada cuántos meses se le factura.</dd>
      <dt>Medidor</dt>
      <dd>El número de serie del que está instalado hoy.</dd>
    </dl>
  );
}
