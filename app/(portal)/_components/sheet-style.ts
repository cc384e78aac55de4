import { sheetCompany } from "../../_components/sheet-company";
import type { SheetStyle } from "@/components/pdf/sheets";
import { companyJurisdiction, numberStyle } from "@/lib/platform/profile";

/** The company's own on every document. */
export function sheetStyle(): SheetStyle {
  const { tax, words } = companyJurisdiction();
  return {
    company: sheetCompany(),
    numbers: numberStyle(),
    tax,
    words,
  };
}
