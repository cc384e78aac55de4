import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageBody } from "@/components/ui/page-body";
import { companyJurisdiction } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { ownDocumentField } from "../_components/document-fields";
import { recoverAction } from "./actions";

export const metadata: Metadata = { title: "Recuperar la contraseña" };

export default function RecoveryPage() {
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
        fields={[ownDocumentField(companyJurisdiction())]}
        submit="Enviar el correo"
        submitting="Enviando…"
        beside={<a href={routes.signIn()}>Volver a ingresar</a>}
      />
    </PageBody>
  );
}
