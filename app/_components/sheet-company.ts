import type { Sheet } from "@/components/pdf/sheet";
import { companyProfile } from "@/lib/platform/profile";

/** How the company presents itself on every document. */
export function sheetCompany(): Sheet["company"] {
  const { legalName, contactEmail, emergencyPhone } = companyProfile();
  return { name: legalName, contact: `${contactEmail} · Emergencias ${emergencyPhone}` };
}
