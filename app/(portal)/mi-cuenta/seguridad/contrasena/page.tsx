import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { newPasswordFields, presentPasswordField } from "@/components/forms/form-field";
import { Notice } from "@/components/ui/notice";
import { PageBody } from "@/components/ui/page-body";
import { portalContext } from "@/lib/platform/context";
import { routes } from "@/lib/platform/routes";
import { LEAST_CHARACTERS } from "@/lib/registration/password-policy";
import { secondFactor } from "@/lib/registration/queries";
import { SecurityCrumbs } from "../_components/security-crumbs";
import { changePasswordAction } from "../actions";

export const metadata: Metadata = { title: "Cambiar la contraseña" };

export default async function ChangePasswordPage({
  searchParams,
}: PageProps<"/mi-cuenta/seguridad/contrasena">) {
  const factor = await secondFactor(await portalContext());
  const disowned = (await searchParams).por === "no-fui-yo";
  const least = factor ? LEAST_CHARACTERS.withSecondFactor : LEAST_CHARACTERS.alone;
  return (
    <PageBody>
      <SecurityCrumbs current="Cambiar la contraseña" />
      <ActionForm
        action={changePasswordAction}
        title="Cambiar la contraseña"
        lead={
          <>
            {disowned && (
              <Notice
                kind="attention"
                title="Cerramos las demás sesiones. Cambie ahora su contraseña: alguien puede conocerla."
              />
            )}
            <p>Al cambiarla se cierran las demás sesiones, y le avisamos por correo.</p>
          </>
        }
        fields={[presentPasswordField, ...newPasswordFields(least)]}
        submit="Cambiar la contraseña"
        submitting="Cambiando…"
        beside={<a href={routes.security()}>Dejarla como está</a>}
      />
    </PageBody>
  );
}
