import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { newPasswordFields } from "@/components/forms/form-field";
import { PageBody } from "@/components/ui/page-body";
import { publicContext } from "@/lib/platform/context";
import { routes } from "@/lib/platform/routes";
import { LEAST_CHARACTERS } from "@/lib/registration/password-policy";
import { resetStanding } from "@/lib/registration/queries";
import { resetPasswordAction } from "../../actions";

export const metadata: Metadata = { title: "Elegir una contraseña nueva" };

export default async function ResetPasswordPage({ params }: PageProps<"/recuperar/clave/[enlace]">) {
  const { enlace } = await params;
  const standing = await resetStanding(publicContext(), enlace);
  if (!standing) redirect(routes.uselessLink());
  const least = standing.hasSecondFactor ? LEAST_CHARACTERS.withSecondFactor : LEAST_CHARACTERS.alone;
  return (
    <PageBody>
      <ActionForm
        action={resetPasswordAction}
        title="Elija una contraseña nueva"
        lead={<p>Al cambiarla se cierran todas las sesiones abiertas, y después ingresa con la nueva.</p>}
        fields={[{ kind: "hidden", name: "enlace", value: enlace }, ...newPasswordFields(least)]}
        submit="Cambiar la contraseña"
        submitting="Cambiando…"
      />
    </PageBody>
  );
}
