import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { portalContext } from "@/lib/platform/context";
import { AccessForm } from "../_components/access-form";
import { accessOf } from "../access";
import { leaveSupplyAction } from "../actions";

export const metadata: Metadata = { title: "Quitar este suministro" };

export default async function LeaveSupplyPage({
  params,
}: PageProps<"/mi-cuenta/suministros/[numero]/acceso/quitar">) {
  const { numero } = await params;
  const supply = await accessOf(await portalContext(), numero);
  if (!supply) notFound();
  const { access } = supply;
  return (
    <AccessForm
      supply={supply}
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
      kind="danger"
      submit="Quitar de mi cuenta"
      submitting="Quitando…"
    />
  );
}
