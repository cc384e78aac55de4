import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageBody } from "@/components/ui/page-body";
import { publicContext } from "@/lib/platform/context";
import { routes } from "@/lib/platform/routes";
import { registrationToConfirm } from "@/lib/registration/queries";
import { LinkForm } from "../../../_components/link-form";
import { confirmRegistrationAction } from "../../actions";

export const metadata: Metadata = { title: "Confirmar el correo" };

export default async function ConfirmRegistrationPage({ params }: PageProps<"/registro/confirmar/[enlace]">) {
  const { enlace } = await params;
  const pending = await registrationToConfirm(publicContext(), enlace);
  if (!pending) redirect(routes.uselessLink());
  return (
    <PageBody>
      <LinkForm
        action={confirmRegistrationAction}
        title="Confirme su correo"
        token={enlace}
        lead={
          <p>
            Va a crear la cuenta con el correo <b className="wrap-anywhere">{pending.email}</b>. Después
            ingrese con su documento y la contraseña que eligió.
          </p>
        }
        submit="Confirmar y crear la cuenta"
        submitting="Creando la cuenta…"
      />
    </PageBody>
  );
}
