import { headers } from "next/headers";
import type { ReactNode } from "react";
import { SiteHeader } from "@/components/ui/site-header";
import { companyProfile } from "@/lib/platform/profile";
import { REQUEST_PATH } from "@/lib/platform/request-headers";
import { routes } from "@/lib/platform/routes";
import { sessionToken } from "@/lib/platform/session-cookie";
import { CompanyFooter } from "./company-footer";

/**
 * Head and foot of the pages that anyone may open. Whoever comes from their account finds the way back: their cookie
 * says so, without the database, which these pages must not need for their frame.
 */
export async function PublicFrame({ children }: { children: ReactNode }) {
  // Whoever is signed in is led on from the sign-in page to their part of the site.
  const own = { href: routes.signIn(), label: (await sessionToken()) ? "Mi cuenta" : "Ingresar" };
  const links = [
    { href: routes.network(), label: "Red eléctrica" },
    { href: routes.outages(), label: "Interrupciones" },
    { href: routes.deadlines(), label: "Plazos" },
    { href: routes.help(), label: "Ayuda" },
    own,
  ];
  const path = (await headers()).get(REQUEST_PATH)?.split("?")[0];
  return (
    <>
      <SiteHeader
        home={routes.home()}
        headline={companyProfile().headline}
        links={links.map((link) => ({ ...link, current: link.href === path }))}
      />
      {children}
      <CompanyFooter />
    </>
  );
}
