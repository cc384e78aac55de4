import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { portalContext } from "@/lib/platform/context";
import { AccessForm } from "../_components/access-form";
import { accessOf } from "../access";
import { nameSupplyAction } from "../actions";

export const metadata: Metadata = { title: "Cambiar el nombre" };

export default async function NameSupplyPage({
  params,
}: PageProps<"/mi-cuenta/suministros/[numero]/acceso/nombre">) {
  const { numero } = await params;
  const supply = await accessOf(await portalContext(), numero);
  if (!supply) notFound();
  const { access } = supply;
  return (
    <AccessForm
      supply={supply}
      action={nameSupplyAction}
      title="Cambiar el nombre"
      lead={<p>Sólo usted ve este nombre. Sin nombre, el suministro se llama por su número.</p>}
      fields={[
        {
          kind: "text",
          name: "nombre",
          label: "Cómo lo llama",
          hint: "Por ejemplo, Casa de la abuela.",
          optional: true,
          value: access.alias ?? "",
          width: "medium",
          autoComplete: "off",
        },
      ]}
      submit="Guardar el nombre"
      submitting="Guardando…"
    />
  );
}
