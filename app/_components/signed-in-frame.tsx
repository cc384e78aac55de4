import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { SiteHeader, type NavLink } from "@/components/ui/site-header";
import { companyProfile } from "@/lib/platform/profile";
import { REQUEST_PATH } from "@/lib/platform/request-headers";
import { routes } from "@/lib/platform/routes";
import { CompanyFooter } from "./company-footer";

/** Head and foot of the pages behind the door: where one can go, and the way out. */
export async function SignedInFrame({
  home,
  links = [],
  children,
}: {
  home: NavLink;
  /** Further pages of the menu, current with all that lies below them. */
  links?: readonly NavLink[];
  children: ReactNode;
}) {
  const path = (await headers()).get(REQUEST_PATH)?.split("?")[0];
  const within = (href: string) => path === href || path?.startsWith(`${href}/`);
  return (
    <>
      <SiteHeader
        home={home.href}
        headline={companyProfile().headline}
        links={[
          { ...home, current: path === home.href },
          ...links.map((link) => ({ ...link, current: within(link.href) })),
        ]}
        signOut={
          <form method="post" action={routes.signOut()}>
            <Button kind="link">Cerrar sesión</Button>
          </form>
        }
      />
      {children}
      <CompanyFooter />
    </>
  );
}
