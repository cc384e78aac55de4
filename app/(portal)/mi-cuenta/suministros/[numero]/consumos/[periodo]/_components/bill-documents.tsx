import { Actions, ButtonLink } from "@/components/ui/button";
import type { DteReference } from "@/lib/billing/model";
import type { Period } from "@/lib/kernel/period";
import { companyJurisdiction } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { billDocument } from "../../../../../../_components/bill-document-link";

/** The bill as the law's document, and as the file that the company sent to the tax office. */
export function BillDocuments({
  number,
  bill,
}: {
  number: string;
  bill: { period: Period; document: string; dte: DteReference | null };
}) {
  const document = billDocument(number, bill);
  if (!document) return null;
  return (
    <div className="mt-4">
      <Actions>
        <ButtonLink kind="secondary" href={document}>
          Ver {companyJurisdiction().words.taxDocument} (PDF)
        </ButtonLink>
        {bill.dte && (
          <a href={routes.dteFile(number, bill.dte, "xml")} download>
            Descargar XML
          </a>
        )}
      </Actions>
    </div>
  );
}
