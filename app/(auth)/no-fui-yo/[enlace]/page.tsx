import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageBody } from "@/components/ui/page-body";
import { publicContext } from "@/lib/platform/context";
import { routes } from "@/lib/platform/routes";
import { canDisownChange } from "@/lib/registration/queries";
import { LinkForm } from "../../_components/link-form";
import { disownChangeAction } from "./actions";

export const metadata: Metadata = { title: "No fui yo" };

export default async function DisownChangePage({ params }: PageProps<"/no-fui-yo/[enlace]">) {
  const { enlace } = await params;
  if (!(await canDisownChange(publicContext(), enlace))) redirect(routes.uselessLink());
  return (
    <PageBody>
      <LinkForm
        action={disownChangeAction}
        title="No fui yo"
        token={enlace}
        lead={
          <p>
            Si el cambio que le avisamos no lo hizo usted, oprima el botón: se cierran todas las sesiones de
            su cuenta, la contraseña deja de servir y le enviamos a este correo cómo elegir otra.
          </p>
        }
        submit="Proteger mi cuenta"
        submitting="Cerrando sesiones…"
      />
    </PageBody>
  );
}
