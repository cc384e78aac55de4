import { notFound } from "next/navigation";
import { invoiceSheet } from "@/components/pdf/invoice-sheet";
import { consumptionHistory } from "@/lib/billing/queries";
import { usagePointInformation } from "@/lib/metering/queries";
import { portalContext } from "@/lib/platform/context";
import { pdfResponse } from "@/lib/platform/download";
import { companyJurisdiction, companyProfile } from "@/lib/platform/profile";
import { sheetStyle } from "../../../../../../../../_components/sheet-style";
import { chargesOf } from "../../charges";

type Route = RouteContext<"/mi-cuenta/suministros/[numero]/consumos/[periodo]/factura/pdf">;

/** The invoice of a country whose bills are no DTE: that of the document asked for, or of the period's newest bill. */
export async function GET(request: Request, { params }: Route): Promise<Response> {
  const { numero, periodo } = await params;
  const ctx = await portalContext();
  if (companyJurisdiction().hasDte) notFound();
  const [charges, supply, history] = await Promise.all([
    chargesOf(ctx, numero, periodo),
    usagePointInformation(ctx, numero),
    consumptionHistory(ctx, numero),
  ]);
  const document = new URL(request.url).searchParams.get("documento");
  const bill = charges?.bills.find((one) => document === null || one.document === document);
  if (!charges || !bill || !supply || !history) notFound();
  const sheet = invoiceSheet(sheetStyle(), {
    bill,
    charges,
    supply,
    companyIdentity: companyProfile().identityNumber,
    history: history.rows.filter((row) => row.period < charges.period),
    owed: history.owed.filter((row) => row.dueOn !== null && row.dueOn < bill.issuedOn),
  });
  return pdfResponse(sheet, `factura-${numero}-${periodo}`);
}
