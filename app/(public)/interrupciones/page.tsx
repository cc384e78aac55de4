import type { Metadata } from "next";
import { Notice } from "@/components/ui/notice";
import { PageBody } from "@/components/ui/page-body";
import { UtilityLinks } from "@/components/ui/utility-links";
import { companyProfile } from "@/lib/platform/profile";
import { ContactEmail, EmergencyPhone } from "../../_components/contact-links";

export const metadata: Metadata = { title: "Interrupciones" };

const SAY = [
  "Su número de suministro, si lo tiene a mano: está en la boleta o factura. Si no, la dirección y una referencia.",
  "Desde qué hora está sin luz.",
  "Si es sólo su casa o también las de los vecinos, y si hay luz en la calle.",
  "Lo que haya visto u oído: un poste chocado, un árbol sobre la línea, un ruido en el transformador.",
  "Si en su casa alguien depende de un equipo eléctrico para vivir. Dígalo primero.",
  "Un teléfono donde llamarle.",
];

/** What is known of outages. It asks nothing of the database: it must open when little else does. */
export default function OutagesPage() {
  const { legalName } = companyProfile();
  return (
    <PageBody>
      <h1>Interrupciones</h1>
      <p className="mt-4 max-w-168 text-lead leading-[1.4]">Si está sin luz, llame.</p>
      <p className="mt-6 font-[650]">Emergencias, día y noche</p>
      <p className="mt-2">
        <EmergencyPhone large />
      </p>
      <p className="mt-6">
        Aquí todavía no se publican interrupciones, ni programadas ni imprevistas: esta página no dice si hay
        un corte en su sector.
      </p>
      <div className="mt-8">
        <Notice kind="problem" title="Cable caído, chispas o poste chocado">
          <p>No se acerque ni toque nada, aunque parezca sin corriente. Aleje a los demás y llame.</p>
        </Notice>
      </div>
      <section className="mt-12 border-t-2 border-ink pt-4" aria-labelledby="antes">
        <h2 id="antes">Antes de llamar</h2>
        <ul className="mt-3 max-w-measure list-disc space-y-1 pl-5">
          <li>Mire si los vecinos tienen luz.</li>
          <li>
            Si sólo falta en su casa, revise el interruptor general. Si se baja otra vez al subirlo, déjelo
            abajo: la falla puede ser de su instalación.
          </li>
        </ul>
      </section>
      <section className="mt-12 border-t-2 border-ink pt-4" aria-labelledby="decir">
        <h2 id="decir">Qué decir cuando le contesten</h2>
        <ol className="mt-3 max-w-measure list-decimal space-y-1 pl-5">
          {SAY.map((thing) => (
            <li key={thing}>{thing}</li>
          ))}
        </ol>
        <p className="mt-4">Pida el número con que quedó anotado su aviso, y guárdelo con la hora.</p>
      </section>
      <p className="mt-12">
        Para lo que no es urgente, escriba a <ContactEmail />. Le atiende {legalName}
      </p>
      <div className="mt-6">
        <UtilityLinks />
      </div>
    </PageBody>
  );
}
