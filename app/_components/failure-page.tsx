import type { ReactNode } from "react";
import { SiteHeader } from "@/components/ui/site-header";
import { PageBody } from "@/components/ui/page-body";
import { companyProfile } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { CompanyFooter } from "./company-footer";

/** A page that stands for one that cannot be shown: what happened, what to do, whom to call. Needs no database. */
export function FailurePage({ title, children }: { title: string; children: ReactNode }) {
  const { headline, emergencyPhone, contactEmail } = companyProfile();
  const links = [{ href: routes.desktop(), label: "Mi cuenta" }] as const;
  return (
    <>
      <SiteHeader home={routes.home()} headline={headline} links={links} />
      <PageBody>
        <h1>{title}</h1>
        <div className="mt-4 max-w-168 space-y-3">{children}</div>
        <section className="mt-10 max-w-168 border-t-2 border-ink pt-4" aria-labelledby="contacto">
          <h2 id="contacto">¿Necesita ayuda ahora?</h2>
          <p className="mt-3">
            Si está sin luz o hay peligro, llame al{" "}
            <a className="whitespace-nowrap" href={`tel:${emergencyPhone.replaceAll(" ", "")}`}>
              {emergencyPhone}
            </a>
            , día y noche. Para todo lo demás, escriba a <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
            .
          </p>
        </section>
      </PageBody>
      <CompanyFooter />
    </>
  );
}
