import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Answer, Perforation } from "@/components/ui/answer";
import { UtilityLinks } from "@/components/ui/utility-links";
import { formatDate, formatMoney, formatPeriod } from "@/lib/kernel/format";
import { portalContext } from "@/lib/platform/context";
import { companyJurisdiction, numberStyle } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { UsagePointPage } from "../../_components/usage-point-page";
import { BillCharges } from "./_components/bill-charges";
import { Readings } from "./_components/readings";
import { chargesOf } from "./charges";

export const metadata: Metadata = { title: "Cargos del mes" };

export default async function ChargesPage({
  params,
}: PageProps<"/mi-cuenta/suministros/[numero]/consumos/[periodo]">) {
  const { numero, periodo } = await params;
  const charges = await chargesOf(await portalContext(), numero, periodo);
  if (!charges) notFound();
  const month = formatPeriod(charges.period);
  const numbers = numberStyle();
  return (
    <UsagePointPage
      usagePoint={charges.usagePoint}
      section="history"
      crumbs={[{ href: routes.history(numero), label: "Consumo y cargos históricos" }]}
      current={month.charAt(0).toUpperCase() + month.slice(1)}
    >
      <h1>Cargos de {month}</h1>
      {charges.bills.map((bill) => (
        <article key={bill.document} className="mt-8" aria-label={`Boleta ${bill.folio ?? bill.document}`}>
          <Answer
            label={
              charges.bills.length > 1
                ? `Total de la boleta ${bill.folio ?? bill.document}`
                : "Total de la boleta"
            }
          >
            {formatMoney(bill.totalAmount, numbers)}
          </Answer>
          <p className="mt-3">
            Boleta {bill.folio ?? bill.document}, emitida el {formatDate(bill.issuedOn)}
            {bill.dueOn && `, con vencimiento el ${formatDate(bill.dueOn)}`}.
          </p>
          <div className="mt-4">
            <UtilityLinks
              pdf={routes.chargesFile(numero, charges.period, "pdf")}
              csv={routes.chargesFile(numero, charges.period, "csv")}
            />
          </div>
          <Perforation />
          <BillCharges bill={bill} tax={companyJurisdiction().tax} numbers={numbers} />
        </article>
      ))}
      <Readings readings={charges.readings} numbers={numbers} />
    </UsagePointPage>
  );
}
