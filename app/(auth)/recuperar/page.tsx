import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageBody } from "@/components/ui/page-body";
import { companyJurisdiction } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { recoverAction } from "./actions";

export const metadata: Metadata = { title: "Recuperar la contraseña" };

export default function RecoveryPage() {
  const { documentName, documentExample } = companyJurisdiction();
  return (
    <PageBody>
      <Breadcrumbs
        crumbs={[
          { href: routes.home(), label: "Inicio" },
          { href: routes.signIn(), label: "Ingresar" },
        ]}
        current="Recuperar la contraseña"
      />
      <ActionForm
        action={recoverAction}
        title="Recuperar la contraseña"
        lead={<p>Escriba su documento y le enviamos un correo para elegir una contraseña nueva.</p>}
        fields={[
          {
            kind: "text",
            name: "documento",
            label: documentName,
            hint: `Con o sin puntos. Por ejemplo, ${documentExample}`,
            width: "medium",
            autoComplete: "username",
          },
        ]}
        submit="Enviar el correo"
        submitting="Enviando…"
        beside={<a href={routes.signIn()}>Volver a ingresar</a>}
      />
    </PageBody>
  );
}
