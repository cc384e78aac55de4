import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { portalContext } from "@/lib/platform/context";
import { routes } from "@/lib/platform/routes";
import { UsagePointPage } from "../../_components/usage-point-page";
import { accessOf } from "../access";
import { leaveSupplyAction } from "../actions";

export const metadata: Metadata = { title: "Quitar este suministro" };

export default async function LeaveSupplyPage({
  params,
}: PageProps<"/mi-cuenta/suministros/[numero]/acceso/quitar">) {
  const { numero } = await params;
  const supply = await accessOf(await portalContext(), numero);
  if (!supply) notFound();
  const { usagePoint, access } = supply;
  return (
    <UsagePointPage
      usagePoint={usagePoint}
      section="access"
      crumbs={[{ href: routes.access(numero), label: "Acceso" }]}
      current="Quitar este suministro"
    >
      <ActionForm
        action={leaveSupplyAction}
        title="Quitar este suministro"
        lead={
          <>
            <p>El suministro {numero} deja de estar en su cuenta. El contrato con la empresa no cambia.</p>
            {access.shares.length > 0 && (
              <p>Tampoco lo verán más las personas con quienes usted lo comparte ({access.shares.length}).</p>
            )}
            <p>
              Para volver a verlo tendrá que {access.own ? "vincularlo otra vez" : "recibir otra invitación"}.
            </p>
          </>
        }
        fields={[{ kind: "hidden", name: "numero", value: numero }]}
        kind="danger"
        submit="Quitar de mi cuenta"
        submitting="Quitando…"
        beside={<a href={routes.access(numero)}>Volver sin cambiar nada</a>}
      />
    </UsagePointPage>
  );
}
