import type { Route } from "next";
import type { DteReference, HistoryRow } from "@/lib/billing/model";
import { formatPeriod } from "@/lib/kernel/format";
import type { Period } from "@/lib/kernel/period";
import { companyJurisdiction } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";

/** The bill as the country's law has it: the print of its DTE, or its invoice; null where the portal holds none. */
export function billDocument(
  number: string,
  bill: { period: Period; document: string | null; dte: DteReference | null },
): Route | null {
  if (bill.document === null) return null;
  if (!companyJurisdiction().hasDte) return routes.invoice(number, bill.period, bill.document);
  return bill.dte && routes.dteFile(number, bill.dte, "pdf");
}

/** The bill as a document: the law's where the portal holds it, or else its charges. */
export function BillDocumentLink({ number, row }: { number: string; row: HistoryRow }) {
  return (
    <a href={billDocument(number, row) ?? routes.chargesFile(number, row.period, "pdf")}>
      Ver {companyJurisdiction().words.bill} (PDF)
      <span className="sr-only"> de {formatPeriod(row.period)}</span>
    </a>
  );
}
