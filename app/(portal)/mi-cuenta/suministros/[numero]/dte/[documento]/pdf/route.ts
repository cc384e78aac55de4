import { dteSheet } from "@/components/pdf/dte-sheet";
import type { HeldDte } from "@/lib/billing/model";
import { printedDte } from "@/lib/jurisdiction/cl/dte-print";
import type { DteEncoding } from "@/lib/jurisdiction/cl/dte-text";
import { portalContext } from "@/lib/platform/context";
import { pdfOf } from "@/lib/platform/documents";
import { bytesResponse } from "@/lib/platform/download";
import { companyProfile, numberStyle } from "@/lib/platform/profile";
import { bytesOf, companyPdf, dteAt } from "../dte";

type Route = RouteContext<"/mi-cuenta/suministros/[numero]/dte/[documento]/pdf">;

export async function GET(_request: Request, { params }: Route): Promise<Response> {
  const { numero, documento } = await params;
  const dte = await dteAt(await portalContext(), { numero, documento });
  return bytesResponse(dte && ((await companyPdf(dte)) ?? (await drawn(dte))), {
    type: "application/pdf",
    name: `dte-${numero}-${documento}.pdf`,
    how: "inline",
  });
}

/** The printed representation as the SII prescribes; the company's own comes before it. */
async function drawn(dte: HeldDte): Promise<Uint8Array | null> {
  const bytes = await bytesOf(dte);
  if (!bytes) return null;
  const { office = null, boletaSite = null } = companyProfile().sii;
  const { resolution, certification } = dte;
  const issuing = { office, boletaSite, resolution, certification };
  return pdfOf(dteSheet(printedDte(bytes, dte.encoding as DteEncoding), issuing, numberStyle()));
}
