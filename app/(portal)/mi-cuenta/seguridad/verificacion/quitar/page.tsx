import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { codeField, presentPasswordField } from "@/components/forms/form-field";
import { PageBody } from "@/components/ui/page-body";
import { portalContext } from "@/lib/platform/context";
import { routes } from "@/lib/platform/routes";
import { SecurityCrumbs } from "../../_components/security-crumbs";
import { removeFactorAction } from "../../actions";

export const metadata: Metadata = { title: "Quitar el código de verificación" };

export default async function RemoveFactorPage() {
  await portalContext();
  return (
    <PageBody>
      <SecurityCrumbs current="Quitar el código de verificación" />
      <ActionForm
        action={removeFactorAction}
        title="Quitar el código de verificación"
        lead={
          <p>Después ingresará sólo con la contraseña, y los códigos de recuperación dejarán de servir.</p>
        }
        fields={[codeField, presentPasswordField]}
        submit="Quitar el código"
        submitting="Quitando…"
        kind="danger"
        beside={<a href={routes.security()}>Dejarlo como está</a>}
      />
    </PageBody>
  );
}
