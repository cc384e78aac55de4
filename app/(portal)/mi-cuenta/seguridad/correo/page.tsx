import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { presentPasswordField } from "@/components/forms/form-field";
import { PageBody } from "@/components/ui/page-body";
import { portalContext } from "@/lib/platform/context";
import { routes } from "@/lib/platform/routes";
import { ownData } from "@/lib/registration/queries";
import { SecurityCrumbs } from "../_components/security-crumbs";
import { changeEmailAction } from "../actions";

export const metadata: Metadata = { title: "Cambiar el correo" };

export default async function ChangeEmailPage() {
  const { email } = await ownData(await portalContext());
  return (
    <PageBody>
      <SecurityCrumbs current="Cambiar el correo" />
      <ActionForm
        action={changeEmailAction}
        title="Cambiar el correo"
        lead={
          <p>
            {email ? (
              <>
                Ahora usa <b className="wrap-anywhere">{email}</b>, y lo seguirá usando hasta que confirme el
                nuevo con el enlace que le enviaremos.
              </>
            ) : (
              "Su cuenta no tiene correo. La usará desde que lo confirme con el enlace que le enviaremos."
            )}
          </p>
        }
        fields={[
          { kind: "text", type: "email", name: "email", label: "Correo nuevo", autoComplete: "email" },
          presentPasswordField,
        ]}
        submit="Enviar el enlace"
        submitting="Enviando…"
        beside={<a href={routes.security()}>Dejarlo como está</a>}
      />
    </PageBody>
  );
}
