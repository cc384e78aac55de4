import { companyJurisdiction } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { ContactEmail } from "../../../_components/contact-links";
import type { ManualPart } from "./manual-part";

/** How a supply comes into an account, and who else sees it. */
export const LINKING: readonly ManualPart[] = [
  { id: "agregar", title: "Agregar un suministro", Body: Adding },
  { id: "acceso", title: "Quién ve un suministro", Body: Access },
];

function Adding() {
  const { bill } = companyJurisdiction().words;
  return (
    <>
      <p>
        Con una de sus tres últimas {bill}s en la mano, vaya a{" "}
        <a href={routes.addSupply()}>Agregar suministro</a> y escriba tres datos que aparecen en ella:
      </p>
      <ul>
        <li>
          el <strong>número de cliente</strong>, arriba, cerca del nombre y la dirección;
        </li>
        <li>
          el <strong>número de medidor</strong>, donde están las lecturas; también está en la placa del
          medidor. Si la {bill} no nombra ninguno, el número (folio) de la {bill};
        </li>
        <li>
          el <strong>total</strong>, exacto, con o sin puntos.
        </li>
      </ul>
      <p>Puede agregar todos los suministros que quiera, también los que contrató otra persona.</p>
      <p>
        Si no resulta, la página no dice cuál de los datos falla: así nadie los puede adivinar. Revise los
        tres, y use la misma {bill} para todos. Un total de cero no sirve. Si el total es un cargo mínimo,
        igual al de muchos clientes, use el de otra de las tres. Si el contrato es nuevo, espere la primera{" "}
        {bill} a su nombre.
      </p>
      <p>
        Después de varios intentos hay que esperar. Si no tiene ninguna {bill} reciente, escriba a{" "}
        <ContactEmail />.
      </p>
      <p>
        Al vincularlo, avisamos por correo al titular y a quienes ya lo ven. En ese correo hay un enlace «No
        fui yo», que sirve 10 días: quita el acceso de inmediato y no deja vincularlo otra vez.
      </p>
    </>
  );
}

function Access() {
  const { bill } = companyJurisdiction().words;
  return (
    <>
      <p>
        En <strong>Acceso</strong>, en el menú de cada suministro, puede ponerle un nombre que sólo ve usted,
        ver quién más lo tiene en su cuenta, compartirlo y quitarlo de la suya.
      </p>
      <p>
        Para <strong>compartirlo</strong>, escriba el correo de la otra persona. Le llega una invitación que
        sirve una vez y por 7 días, y que acepta con la cuenta que tiene ese correo. Verá las {bill}s y
        consumos, sin poder cambiar nada ni compartirlo con otros. Los dos pueden terminarlo cuando quieran;
        termina también cuando usted quita el suministro de su cuenta.
      </p>
      <p>
        Cada uno ve el tiempo de su contrato. Quien fue titular y ya no lo es no ve nada de quien llegó
        después, ni al revés; tampoco las personas con quienes lo comparten.
      </p>
    </>
  );
}
