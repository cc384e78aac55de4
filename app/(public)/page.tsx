import type { Metadata } from "next";
import { Actions, ButtonLink } from "@/components/ui/button";
import { PageBody } from "@/components/ui/page-body";
import { companyJurisdiction, companyProfile } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { ContactEmail, EmergencyPhone } from "../_components/contact-links";

export const metadata: Metadata = { title: "Inicio" };

const placesOf = (bill: string) => [
  {
    href: routes.network(),
    label: "Buscar en la red",
    tells: "Postes, transformadores y alimentadores, con sus datos. Sin ingresar.",
  },
  {
    href: routes.outages(),
    label: "Interrupciones",
    tells: "Qué hacer si está sin luz, y qué decir al llamar.",
  },
  {
    href: routes.chargesExplained(),
    label: `Conozca su ${bill}`,
    tells: "Qué es cada cargo y por qué se cobra.",
  },
  {
    href: routes.deadlines(),
    label: "Calcular un plazo",
    tells: "Hasta cuándo tiene la empresa, o usted, y por qué.",
  },
  { href: routes.help(), label: "Ayuda", tells: "Cómo usar la sucursal virtual, paso a paso." },
];

/** What people come for, all in sight on a phone without scrolling. */
export default function HomePage() {
  const { legalName } = companyProfile();
  const { bill } = companyJurisdiction().words;
  return (
    <PageBody>
      <h1>Sucursal virtual</h1>
      <p className="mt-3 max-w-168 text-lead leading-[1.4]">
        Vea sus {bill}s, su consumo de 36&nbsp;meses y cada cargo, y guárdelos o imprímalos.
      </p>
      <div className="mt-5">
        <Actions>
          <ButtonLink href={routes.signIn()} fullOnPhone>
            Ingresar
          </ButtonLink>
          <ButtonLink href={routes.registration()} kind="secondary" fullOnPhone>
            Registrarse
          </ButtonLink>
        </Actions>
      </div>
      <section className="mt-6 border-t-2 border-ink pt-3 wide:mt-12" aria-labelledby="contacto">
        <h2 id="contacto">¿Sin luz, o una pregunta?</h2>
        <p className="mt-2">
          Emergencias, día y noche: <EmergencyPhone />.
          <br />
          Lo demás: <ContactEmail />.
        </p>
      </section>
      <nav aria-label="Sin ingresar" className="mt-6 wide:mt-12">
        <ul className="border-t border-line wide:grid wide:grid-cols-3 wide:gap-x-8">
          {placesOf(bill).map(({ href, label, tells }) => (
            <li key={href} className="border-b border-line py-2 wide:border-b-0 wide:py-4">
              <a className="inline-block min-h-8 font-[650]" href={href}>
                {label}
              </a>
              <span className="block text-note text-ink-soft">{tells}</span>
            </li>
          ))}
        </ul>
      </nav>
      <p className="mt-6 text-note text-ink-soft">Le atiende {legalName}</p>
    </PageBody>
  );
}
