import type { Metadata } from "next";
import { Actions, ButtonLink } from "@/components/ui/button";
import { PageBody } from "@/components/ui/page-body";
import { companyProfile } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";

export const metadata: Metadata = { title: "Inicio" };

export default function HomePage() {
  const { legalName, emergencyPhone, contactEmail } = companyProfile();
  return (
    <PageBody>
      <h1>Sucursal virtual</h1>
      <p className="mt-4 max-w-168 text-lead leading-[1.4]">
        Vea sus boletas, su consumo de los últimos 36 meses y cada cargo, y guárdelos o imprímalos.
      </p>
      <div className="mt-8">
        <Actions>
          <ButtonLink href={routes.signIn()} fullOnPhone>
            Ingresar
          </ButtonLink>
        </Actions>
      </div>
      <section className="mt-16 border-t-2 border-ink pt-4" aria-labelledby="ayuda">
        <h2 id="ayuda">¿Sin luz, o una pregunta?</h2>
        <p className="mt-3">
          Llame al <a href={`tel:${emergencyPhone.replaceAll(" ", "")}`}>{emergencyPhone}</a>, día y noche, o
          escriba a <a href={`mailto:${contactEmail}`}>{contactEmail}</a>. Le atiende {legalName}
        </p>
      </section>
    </PageBody>
  );
}
