import { SiteFooter } from "@/components/ui/site-footer";
import { companyProfile } from "@/lib/platform/profile";

/** The company at the foot of every page. */
export function CompanyFooter() {
  const { emergencyPhone, contactEmail, legalName, footnote } = companyProfile();
  return (
    <SiteFooter
      emergencyPhone={emergencyPhone}
      contactEmail={contactEmail}
      legal={[legalName, footnote].filter(Boolean).join(" ")}
    />
  );
}
