import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { UtilityLinks } from "@/components/ui/utility-links";
import { portalContext } from "@/lib/platform/context";
import { routes } from "@/lib/platform/routes";
import { FactGroups } from "./_components/fact-groups";
import { UsagePointPage } from "./_components/usage-point-page";
import { informationOf } from "./information";

export const metadata: Metadata = { title: "Información General" };

export default async function GeneralPage({ params }: PageProps<"/mi-cuenta/suministros/[numero]">) {
  const { numero } = await params;
  const information = await informationOf(await portalContext(), numero);
  if (!information) notFound();
  const { usagePoint, user, technical } = information;
  const link = "inline-block py-1";
  return (
    <UsagePointPage usagePoint={usagePoint} section="general" current={`Suministro ${numero}`}>
      <h1>Información General</h1>
      <div className="mt-6">
        <UtilityLinks pdf={routes.usagePointFile(numero, "pdf")} csv={routes.usagePointFile(numero, "csv")} />
      </div>
      <FactGroups groups={[user, technical]} />
      <section className="mt-12 print:hidden" aria-labelledby="historica">
        <h2 id="historica">Información Histórica</h2>
        <ul className="mt-3">
          <li>
            <a className={link} href={routes.historyPart(numero, "consumo")}>
              Ver consumo últimos 36 meses
            </a>
          </li>
          <li>
            <a className={link} href={routes.historyPart(numero, "cargos")}>
              Ver historial cargos netos últimos 36 meses
            </a>
          </li>
        </ul>
      </section>
    </UsagePointPage>
  );
}
