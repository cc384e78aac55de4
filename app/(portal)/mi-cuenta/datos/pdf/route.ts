import { ownDataSheet } from "@/components/pdf/own-data-sheet";
import { companyJurisdiction, companyProfile } from "@/lib/platform/profile";
import { portalContext } from "@/lib/platform/context";
import { pdfResponse } from "@/lib/platform/download";
import { usagePoints } from "@/lib/metering/queries";
import { sheetStyle } from "../../../../_components/sheet-style";
import { heldData } from "../held-data";

export async function GET(): Promise<Response> {
  const ctx = await portalContext();
  const [held, supplies] = await Promise.all([heldData(ctx), usagePoints(ctx)]);
  const country = { jurisdiction: companyJurisdiction(), timeZone: companyProfile().timeZone };
  return pdfResponse(ownDataSheet(sheetStyle(), { ...held, supplies }, country), "mis-datos");
}
