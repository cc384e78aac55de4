import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { codeField, presentPasswordField } from "@/components/forms/form-field";
import { PageBody } from "@/components/ui/page-body";
import { portalContext } from "@/lib/platform/context";
import { routes } from "@/lib/platform/routes";
import { RecoveryCodesLead } from "../../_components/recovery-codes-lead";
import { SecurityCrumbs } from "../../_components/security-crumbs";
import { renewCodesAction } from "../../actions";

export const metadata: Metadata = { title: "Crear códigos de recuperación" };

export default async function RenewCodesPage() {
  await portalContext();
  return (
    <PageBody>
      <SecurityCrumbs current="Crear códigos de recuperación" />
      <ActionForm
        action={renewCodesAction}
        title="Crear códigos de recuperación"
        lead={
          <p>Diez códigos nuevos, para entrar si pierde el teléfono. Los anteriores dejarán de servir.</p>
        }
        fields={[codeField, presentPasswordField]}
        submit="Crear códigos nuevos"
        submitting="Creando…"
        beside={<a href={routes.security()}>Dejar los que tiene</a>}
        shownOnce={{ title: "Guarde estos códigos de recuperación", lead: <RecoveryCodesLead /> }}
      />
    </PageBody>
  );
}
