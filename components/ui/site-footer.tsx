import type { NavLink } from "./site-header";

interface SiteFooterProps {
  emergencyPhone: string;
  contactEmail: string;
  /** Under the e-mail address. */
  contact?: readonly NavLink[] | undefined;
  publicInformation?: readonly NavLink[] | undefined;
  /** Legal name and whatever else must be said at the foot of every page. */
  legal: string;
}

/** The telephone that matters at night, first. */
export function SiteFooter({
  emergencyPhone,
  contactEmail,
  contact = [],
  publicInformation = [],
  legal,
}: SiteFooterProps) {
  return (
    <footer className="border-t-2 border-ink bg-paper-sunk py-8 text-small print:mt-[8mm] print:border-t print:pt-[3mm] print:pb-0">
      <div className="page-width grid gap-6 wide:grid-cols-[1.3fr_1fr_1fr]">
        <section>
          <h2 className="mb-2 text-small tracking-normal">Emergencias, día y noche</h2>
          <a
            className="inline-block min-h-11 text-h2 leading-11 font-bold tracking-[-0.01em] text-inherit no-underline hover:underline"
            href={`tel:${emergencyPhone.replaceAll(/[^+\d]/g, "")}`}
          >
            {emergencyPhone}
          </a>
          <p className="text-note text-ink-soft">
            Cable caído, chispas o poste chocado: no se acerque y llame.
          </p>
        </section>
        <FooterLinks
          title="Contacto"
          links={[{ href: `mailto:${contactEmail}`, label: contactEmail }, ...contact]}
        />
        {publicInformation.length > 0 && (
          <FooterLinks title="Información pública" links={publicInformation} />
        )}
        <p className="col-span-full text-note text-ink-soft">{legal}</p>
      </div>
    </footer>
  );
}

function FooterLinks({ title, links }: { title: string; links: readonly NavLink[] }) {
  return (
    <nav aria-label={title} className="print:hidden">
      <h2 className="mb-2 text-small tracking-normal">{title}</h2>
      <ul>
        {links.map(({ href, label }) => (
          <li key={href}>
            <a className="inline-block py-1" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
