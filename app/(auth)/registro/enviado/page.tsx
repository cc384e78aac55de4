import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { Notice } from "@/components/ui/notice";
import { PageBody } from "@/components/ui/page-body";
import { HOLDS_MS } from "@/lib/registration/mailed-token";
import { holdsWords } from "@/lib/registration/holds-words";
import { resendAction } from "../actions";

export const metadata: Metadata = { title: "Revise su correo" };

export default async function RegistrationSentPage({ searchParams }: PageProps<"/registro/enviado">) {
  const again = (await searchParams).otra === "si";
  return (
    <PageBody>
      <ActionForm
        action={resendAction}
        title="Revise su correo"
        lead={
          <>
            {again && <Notice kind="done" title="Le enviamos otro correo. El enlace anterior ya no sirve." />}
            <p>
              Paso 2 de 2. Le enviamos un correo con un enlace: ábralo y confirme para crear la cuenta. Sirve
              una vez y por {holdsWords(HOLDS_MS.confirm_registration)}.
            </p>
            <p>
              Si no le llega en unos minutos, mire en el correo no deseado, o pídalo de nuevo a la dirección
              con la que se registró. Si ya tenía una cuenta, el correo se lo dice.
            </p>
          </>
        }
        fields={[{ kind: "text", type: "email", name: "email", label: "Email", autoComplete: "email" }]}
        submit="Enviar otro correo"
        submitting="Enviando…"
        kind="secondary"
      />
    </PageBody>
  );
}
