import { SiteFooter } from "@/components/ui/site-footer";
import { companyProfile } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";

/** The company at the foot of every page, and what it tells to anyone. */
export function CompanyFooter() {
  const { emergencyPhone, contactEmail, legalName, footnote } = companyProfile();
  return (
    <SiteFooter
      emergencyPhone={emergencyPhone}
      contactEmail={contactEmail}
      publicInformation={[
        { href: routes.outages(), label: "Interrupciones" },
        { href: routes.chargesExplained(), label: "Conoce tu boleta" },
        { href: routes.deadlines(), label: "Calcular un plazo" },
        { href: routes.help(), label: "Ayuda" },
      ]}
      legal={[legalName, footnote].filter(Boolean).join(" ")}
    />
  );
}
