import type { SheetStyle } from "@/components/pdf/sheets";
import { companyJurisdiction, companyProfile, numberStyle } from "@/lib/platform/profile";

/** The company's own on every document. */
export function sheetStyle(): SheetStyle {
  const { legalName, contactEmail, emergencyPhone } = companyProfile();
  const { tax, words } = companyJurisdiction();
  return {
    company: { name: legalName, contact: `${contactEmail} · Emergencias ${emergencyPhone}` },
    numbers: numberStyle(),
    tax,
    words,
  };
}
