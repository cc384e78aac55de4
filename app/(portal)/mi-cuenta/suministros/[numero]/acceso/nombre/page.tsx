import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { portalContext } from "@/lib/platform/context";
import { routes } from "@/lib/platform/routes";
import { UsagePointPage } from "../../_components/usage-point-page";
import { accessOf } from "../access";
import { nameSupplyAction } from "../actions";

export const metadata: Metadata = { title: "Cambiar el nombre" };

export default async function NameSupplyPage({
  params,
}: PageProps<"/mi-cuenta/suministros/[numero]/acceso/nombre">) {
  const { numero } = await params;
  const supply = await accessOf(await portalContext(), numero);
  if (!supply) notFound();
  const { usagePoint, access } = supply;
  return (
    <UsagePointPage
      usagePoint={usagePoint}
      section="access"
      crumbs={[{ href: routes.access(numero), label: "Acceso" }]}
      current="Cambiar el nombre"
    >
      <ActionForm
        action={nameSupplyAction}
        title="Cambiar el nombre"
        lead={<p>Sólo usted ve este nombre. Sin nombre, el suministro se llama por su número.</p>}
        fields={[
          { kind: "hidden", name: "numero", value: numero },
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
        beside={<a href={routes.access(numero)}>Volver sin cambiar nada</a>}
      />
    </UsagePointPage>
  );
}
