import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Section } from "@/components/ui/answer";
import { ButtonLink } from "@/components/ui/button";
import { DoneNotice } from "@/components/ui/done-notice";
import { portalContext } from "@/lib/platform/context";
import { routes, type AccessChange } from "@/lib/platform/routes";
import { UsagePointPage } from "../_components/usage-point-page";
import { Seers } from "./_components/seers";
import { accessOf } from "./access";

export const metadata: Metadata = { title: "Acceso" };

const DONE: Record<AccessChange, string> = {
  nombre: "El nombre quedó guardado.",
  invitacion: "Enviamos la invitación. Sirve por 7 días; puede anularla aquí.",
  retiro: "El acceso quedó retirado.",
};

export default async function AccessPage({
  params,
  searchParams,
}: PageProps<"/mi-cuenta/suministros/[numero]/acceso">) {
  const [{ numero }, { listo }] = await Promise.all([params, searchParams]);
  const supply = await accessOf(await portalContext(), numero);
  if (!supply) notFound();
  const { usagePoint, access } = supply;
  return (
    <UsagePointPage usagePoint={usagePoint} section="access" current="Acceso">
      <h1>Acceso</h1>
      <DoneNotice said={DONE} listo={listo} />
      <div className="mt-8">
        <Section labelledBy="nombre">
          <h2 id="nombre">Cómo lo llama</h2>
          <p className="mt-3">
            {access.alias ?? `Suministro ${numero}`} ·{" "}
            <a href={routes.nameSupply(numero)}>Cambiar el nombre</a>
          </p>
        </Section>
        <Section labelledBy="quienes">
          <h2 id="quienes">Quién lo ve</h2>
          <Seers access={access} />
          {access.canShare && (
            <p className="mt-6">
              <ButtonLink kind="secondary" href={routes.shareSupply(numero)}>
                Compartir con otra persona
              </ButtonLink>
            </p>
          )}
        </Section>
        <Section labelledBy="quitar">
          <h2 id="quitar">Dejar de verlo</h2>
          <p className="mt-3">
            <a href={routes.leaveSupply(numero)}>Quitar este suministro de su cuenta</a>
          </p>
        </Section>
      </div>
    </UsagePointPage>
  );
}
