import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageBody } from "@/components/ui/page-body";
import { publicContext } from "@/lib/platform/context";
import { routes } from "@/lib/platform/routes";
import { emailToConfirm } from "@/lib/registration/queries";
import { LinkForm } from "../../_components/link-form";
import { confirmEmailAction } from "./actions";

export const metadata: Metadata = { title: "Confirmar el correo" };

export default async function ConfirmEmailPage({ params }: PageProps<"/confirmar-correo/[enlace]">) {
  const { enlace } = await params;
  const email = await emailToConfirm(publicContext(), enlace);
  if (!email) redirect(routes.uselessLink());
  return (
    <PageBody>
      <LinkForm
        action={confirmEmailAction}
        title="Confirme su correo nuevo"
        token={enlace}
        lead={
          <p>
            Desde ahora su cuenta usará <b className="wrap-anywhere">{email}</b>, y al correo de antes le
            avisaremos del cambio.
          </p>
        }
        submit="Usar este correo"
        submitting="Cambiando…"
      />
    </PageBody>
  );
}
