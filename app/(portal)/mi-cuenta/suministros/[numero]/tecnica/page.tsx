import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { UtilityLinks } from "@/components/ui/utility-links";
import { portalContext } from "@/lib/platform/context";
import { routes } from "@/lib/platform/routes";
import { OnlyGroup } from "../_components/fact-groups";
import { UsagePointPage } from "../_components/usage-point-page";
import { informationOf } from "../information";

export const metadata: Metadata = { title: "Información Técnica" };

export default async function TechnicalPage({
  params,
}: PageProps<"/mi-cuenta/suministros/[numero]/tecnica">) {
  const { numero } = await params;
  const information = await informationOf(await portalContext(), numero);
  if (!information) notFound();
  const { usagePoint, technical } = information;
  return (
    <UsagePointPage usagePoint={usagePoint} section="technical" current={technical.title}>
      <h1>{technical.title}</h1>
      <div className="mt-6">
        <UtilityLinks
          pdf={routes.technicalInformationFile(numero, "pdf")}
          csv={routes.technicalInformationFile(numero, "csv")}
        />
      </div>
      <OnlyGroup group={technical} />
      <p className="mt-6 max-w-168">
        La historia del medidor y sus lecturas están en <a href={routes.meter(numero)}>Medidor y lecturas</a>.
        Qué es cada dato, en <a href={routes.helpOn("tecnica")}>Ayuda</a>.
      </p>
    </UsagePointPage>
  );
}
