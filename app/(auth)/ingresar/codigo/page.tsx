import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { codeField } from "@/components/forms/form-field";
import { PageBody } from "@/components/ui/page-body";
import { routes } from "@/lib/platform/routes";
import { giveCodeAction } from "../actions";

export const metadata: Metadata = { title: "Código de verificación" };

export default async function CodePage({ searchParams }: PageProps<"/ingresar/codigo">) {
  const { volver } = await searchParams;
  return (
    <PageBody>
      <ActionForm
        action={giveCodeAction}
        title="Código de verificación"
        lead={<p>Su contraseña está bien. Ahora abra la aplicación de códigos de su teléfono.</p>}
        fields={[
          { kind: "hidden", name: "volver", value: typeof volver === "string" ? volver : "" },
          codeField,
        ]}
        submit="Ingresar"
        submitting="Ingresando…"
        beside={<a href={routes.signIn()}>Volver a empezar</a>}
      />
    </PageBody>
  );
}
