import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Answer, Perforation } from "@/components/ui/answer";
import { UtilityLinks } from "@/components/ui/utility-links";
import { capitalised, formatDate, formatMoney, formatPeriod } from "@/lib/kernel/format";
import { chargeExplanations } from "@/lib/billing/queries";
import { portalContext } from "@/lib/platform/context";
import { companyJurisdiction, numberStyle } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { FactGroups } from "../../_components/fact-groups";
import { UsagePointPage } from "../../_components/usage-point-page";
import { BillCharges } from "./_components/bill-charges";
import { BillDocuments } from "./_components/bill-documents";
import { BillPayments } from "./_components/bill-payments";
import { BillStanding } from "./_components/bill-standing";
import { Readings } from "./_components/readings";
import { chargesWithSupply } from "./charges";

export const metadata: Metadata = { title: "Cargos del mes" };

export default async function ChargesPage({
  params,
}: PageProps<"/mi-cuenta/suministros/[numero]/consumos/[periodo]">) {
  const { numero, periodo } = await params;
  const ctx = await portalContext();
  const found = await chargesWithSupply(ctx, numero, periodo);
  if (!found) notFound();
  const { charges, supply } = found;
  const printed = charges.bills.flatMap((bill) => bill.lineItems.map(({ description }) => description));
  const explanations = await chargeExplanations(ctx, printed);
  const month = formatPeriod(charges.period);
  const numbers = numberStyle();
  const { tax, words } = companyJurisdiction();
  const nameOf = (bill: { folio: string | null; document: string }) =>
    `${words.bill} ${bill.folio ?? bill.document}`;
  return (
    <UsagePointPage
      usagePoint={charges.usagePoint}
      section="history"
      crumbs={[{ href: routes.history(numero), label: "Consumo y cargos históricos" }]}
      current={capitalised(month)}
    >
      <h1>Cargos de {month}</h1>
      {charges.bills.map((bill) => (
        <article key={bill.document} className="mt-8" aria-label={capitalised(nameOf(bill))}>
          <Answer
            label={charges.bills.length > 1 ? `Total de la ${nameOf(bill)}` : `Total de la ${words.bill}`}
          >
            {formatMoney(bill.totalAmount, numbers)}
          </Answer>
          <BillStanding bill={bill} numbers={numbers} />
          <p className="mt-1 text-note text-ink-soft">
            {capitalised(nameOf(bill))}, emitida el {formatDate(bill.issuedOn)}, por el consumo del{" "}
            {formatDate(bill.servedFrom)} al {formatDate(bill.servedTo)}.
          </p>
          <BillDocuments number={numero} bill={{ ...bill, period: charges.period }} />
          <div className="mt-4">
            <UtilityLinks
              pdf={routes.chargesFile(numero, charges.period, "pdf")}
              csv={routes.chargesFile(numero, charges.period, "csv")}
            />
          </div>
          <Perforation />
          <BillCharges bill={bill} explanations={explanations} tax={tax} words={words} numbers={numbers} />
          <BillPayments payments={bill.payments} billWord={words.bill} numbers={numbers} />
        </article>
      ))}
      <Readings readings={charges.readings} numbers={numbers} />
      <FactGroups groups={[supply.user, supply.technical]} />
    </UsagePointPage>
  );
}
