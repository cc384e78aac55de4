import type { HistoryRow } from "@/lib/billing/model";
import { formatPeriod } from "@/lib/kernel/format";
import { routes } from "@/lib/platform/routes";

/** The bill as a document: the tax document where the portal holds it, or else its charges. */
export function BillDocumentLink({ number, row }: { number: string; row: HistoryRow }) {
  return (
    <a href={routes.chargesFile(number, row.period, "pdf")}>
      Ver boleta (PDF)<span className="sr-only"> de {formatPeriod(row.period)}</span>
    </a>
  );
}
