import type { ReactNode } from "react";
import { SiteHeader } from "@/components/ui/site-header";
import { companyProfile } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { CompanyFooter } from "./company-footer";

/** Head and foot of the pages that anyone may open. */
export function PublicFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHeader
        home={routes.home()}
        headline={companyProfile().headline}
        links={[{ href: routes.signIn(), label: "Ingresar" }]}
      />
      {children}
      <CompanyFooter />
    </>
  );
}
