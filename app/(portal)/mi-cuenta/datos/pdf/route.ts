import { ownDataSheet } from "@/components/pdf/own-data-sheet";
import { companyJurisdiction, companyProfile } from "@/lib/platform/profile";
import { portalContext } from "@/lib/platform/context";
import { pdfResponse } from "@/lib/platform/download";
import { usagePoints } from "@/lib/metering/queries";
import { ownData, securityEvents } from "@/lib/registration/queries";
import { sheetStyle } from "../../../../_components/sheet-style";

export async function GET(): Promise<Response> {
  const ctx = await portalContext();
  const [account, supplies, events] = await Promise.all([
    ownData(ctx),
    usagePoints(ctx),
    securityEvents(ctx, 100),
  ]);
  const country = { jurisdiction: companyJurisdiction(), timeZone: companyProfile().timeZone };
  return pdfResponse(ownDataSheet(sheetStyle(), { account, supplies, events }, country), "mis-datos");
}
