import type { Metadata } from "next";
import { Section } from "@/components/ui/answer";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Facts } from "@/components/ui/facts";
import { DoneNotice } from "@/components/ui/done-notice";
import { PageBody } from "@/components/ui/page-body";
import { UtilityLinks } from "@/components/ui/utility-links";
import { ownDataFacts } from "@/components/domain/own-data-facts";
import { portalContext } from "@/lib/platform/context";
import { companyJurisdiction } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { ownData } from "@/lib/registration/queries";

export const metadata: Metadata = { title: "Mis datos" };

const DONE = { contacto: "Sus datos de contacto cambiaron." };

export default async function OwnDataPage({ searchParams }: PageProps<"/mi-cuenta/datos">) {
  const data = await ownData(await portalContext());
  const { listo } = await searchParams;
  const groups = ownDataFacts(data, companyJurisdiction());
  return (
    <PageBody>
      <Breadcrumbs crumbs={[{ href: routes.desktop(), label: "Escritorio" }]} current="Mis datos" />
      <h1>Mis datos</h1>
      <DoneNotice said={DONE} listo={listo} />
      <div className="mt-8 max-w-188">
        {groups.map(({ title, facts }, index) => (
          <Section key={title} labelledBy={`grupo-${index}`}>
            <h2 id={`grupo-${index}`}>{title}</h2>
            <div className="mt-4">
              <Facts facts={facts} />
            </div>
          </Section>
        ))}
        <p className="mt-4 print:hidden">
          {data.details && <a href={routes.contact()}>Cambiar fono y dirección</a>}
          {data.details && " · "}
          <a href={routes.changeEmail()}>Cambiar el correo</a>
        </p>
        <p className="mt-2 text-note text-ink-soft">
          Su documento y su nombre son los que dio al registrarse. Si alguno está mal, escriba a la empresa.
        </p>
        <div className="mt-8">
          <UtilityLinks pdf={routes.ownDataFile("pdf")} />
        </div>
        <div className="mt-12">
          <Section labelledBy="todo">
            <h2 id="todo">Todo lo que guardamos de usted</h2>
            <p className="mt-3 max-w-168">
              El PDF de arriba es para leer: sus datos, a qué suministros accede y con quién los comparte, sus
              sesiones, lo que pasó en su cuenta y los correos que le enviamos. El archivo{" "}
              <a href={routes.ownDataFile("json")}>JSON</a> lleva lo mismo y además las{" "}
              {companyJurisdiction().words.bill}s, lecturas y pagos de sus suministros, para usarlos en otro
              programa.
            </p>
            <p className="mt-3">
              <a href={routes.closeAccount()}>Cerrar mi cuenta</a>
            </p>
          </Section>
        </div>
      </div>
    </PageBody>
  );
}
