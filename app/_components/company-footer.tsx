import { SiteFooter } from "@/components/ui/site-footer";
import { companyJurisdiction, companyProfile } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";

/** The company at the foot of every page, and what it tells to anyone. */
export function CompanyFooter() {
  const { emergencyPhone, contactEmail, legalName, footnote } = companyProfile();
  return (
    <SiteFooter
      emergencyPhone={emergencyPhone}
      contactEmail={contactEmail}
      publicInformation={[
        { href: routes.network(), label: "Red eléctrica" },
        { href: routes.outages(), label: "Interrupciones" },
        { href: routes.chargesExplained(), label: `Conozca su ${companyJurisdiction().words.bill}` },
        { href: routes.deadlines(), label: "Calcular un plazo" },
        { href: routes.help(), label: "Ayuda" },
      ]}
      legal={[legalName, footnote].filter(Boolean).join(" ")}
    />
  );
}
