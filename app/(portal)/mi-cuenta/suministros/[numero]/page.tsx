import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Notice } from "@/components/ui/notice";
import { UtilityLinks } from "@/components/ui/utility-links";
import { portalContext } from "@/lib/platform/context";
import { routes } from "@/lib/platform/routes";
import { FactGroups } from "./_components/fact-groups";
import { UsagePointPage } from "./_components/usage-point-page";
import { informationOf } from "./information";

export const metadata: Metadata = { title: "Información General" };

export default async function GeneralPage({
  params,
  searchParams,
}: PageProps<"/mi-cuenta/suministros/[numero]">) {
  const [{ numero }, { listo }] = await Promise.all([params, searchParams]);
  const information = await informationOf(await portalContext(), numero);
  if (!information) notFound();
  const { usagePoint, user, technical } = information;
  const link = "inline-block py-1";
  return (
    <UsagePointPage usagePoint={usagePoint} section="general" current={`Suministro ${numero}`}>
      {listo === "vinculado" && <Linked number={numero} />}
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

/** After a supply was linked: what can be done with it now. */
function Linked({ number }: { number: string }) {
  return (
    <div className="mb-8 print:hidden">
      <Notice kind="done" title={`El suministro ${number} ya está en su cuenta.`}>
        <p>
          Vea su <a href={routes.history(number)}>consumo y cargos históricos</a>, o{" "}
          <a href={routes.nameSupply(number)}>póngale un nombre</a>.
        </p>
      </Notice>
    </div>
  );
}
