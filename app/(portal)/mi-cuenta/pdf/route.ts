import { desktopSheet } from "@/components/pdf/sheets";
import { pdfResponse } from "@/lib/platform/download";
import { portalContext } from "@/lib/platform/context";
import { sheetStyle } from "../../../_components/sheet-style";
import { desktopEntries } from "../desktop";

export async function GET(): Promise<Response> {
  const entries = await desktopEntries(await portalContext());
  return pdfResponse(desktopSheet(sheetStyle(), entries), "escritorio");
}
