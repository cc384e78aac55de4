import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { portalContext } from "@/lib/platform/context";
import { AccessForm } from "../_components/access-form";
import { accessOf } from "../access";
import { inviteAction } from "../actions";

export const metadata: Metadata = { title: "Compartir con otra persona" };

export default async function ShareSupplyPage({
  params,
}: PageProps<"/mi-cuenta/suministros/[numero]/acceso/compartir">) {
  const { numero } = await params;
  const supply = await accessOf(await portalContext(), numero);
  if (!supply?.access.canShare) notFound();
  return (
    <AccessForm
      supply={supply}
      action={inviteAction}
      title="Compartir con otra persona"
      lead={
        <p>
          Le escribiremos para que acepte. Verá lo mismo que usted de este suministro, sin poder cambiar nada
          ni compartirlo con otros, hasta que usted o ella lo terminen.
        </p>
      }
      fields={[
        {
          kind: "text",
          type: "email",
          name: "correo",
          label: "Correo de la otra persona",
          hint: "El que tiene en su cuenta de este portal. Si no tiene cuenta, puede crearla con este correo.",
          width: "medium",
          inputMode: "email",
          autoComplete: "off",
        },
      ]}
      submit="Enviar la invitación"
      submitting="Enviando…"
    />
  );
}
