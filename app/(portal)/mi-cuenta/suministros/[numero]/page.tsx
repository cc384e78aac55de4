import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { usagePointFacts } from "@/components/domain/usage-point-facts";
import { Facts } from "@/components/ui/facts";
import { KnownOr } from "@/components/ui/unknown";
import { UtilityLinks } from "@/components/ui/utility-links";
import { usagePointInformation } from "@/lib/metering/queries";
import { portalContext } from "@/lib/platform/context";
import { companyJurisdiction } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { UsagePointPage } from "./_components/usage-point-page";

export const metadata: Metadata = { title: "Información general" };

export default async function GeneralPage({ params }: PageProps<"/mi-cuenta/suministros/[numero]">) {
  const { numero } = await params;
  const information = await usagePointInformation(await portalContext(), numero);
  if (!information) notFound();
  return (
    <UsagePointPage usagePoint={information} section="general" current={`Suministro ${numero}`}>
      <h1>Información general</h1>
      <div className="mt-6">
        <UtilityLinks pdf={routes.usagePointFile(numero, "pdf")} csv={routes.usagePointFile(numero, "csv")} />
      </div>
      {usagePointFacts(information, companyJurisdiction()).map(({ title, facts }) => (
        <section key={title} className="mt-12 print:mt-6">
          <h2 className="mb-4">{title}</h2>
          <Facts facts={facts.map(({ term, value }) => ({ term, value: <KnownOr text={value} /> }))} />
        </section>
      ))}
      <section className="mt-12 print:hidden">
        <h2>Información histórica</h2>
        <p className="mt-3">
          <a href={routes.history(numero)}>Ver consumo y cargos netos de los últimos 36 meses</a>
        </p>
      </section>
    </UsagePointPage>
  );
}
