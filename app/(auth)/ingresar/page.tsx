import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { DoneNotice } from "@/components/ui/done-notice";
import { PageBody } from "@/components/ui/page-body";
import { currentPerson } from "@/lib/platform/context";
import { companyJurisdiction } from "@/lib/platform/profile";
import { routes, type JustDone } from "@/lib/platform/routes";
import { ownDocumentField } from "../_components/document-fields";
import { signInAction } from "./actions";

export const metadata: Metadata = { title: "Ingresar" };

const DONE: Record<JustDone, string> = {
  cuenta: "Su cuenta está creada. Ingrese con su documento y la contraseña que eligió.",
  contrasena: "Su contraseña cambió y se cerraron todas las sesiones. Ingrese con la nueva.",
  correo: "Su cuenta usa desde ahora el correo nuevo.",
  cierre: "Su cuenta se cerró, y lo que el portal guardaba de usted se borró.",
  "no-fui-yo":
    "Cerramos todas las sesiones y la contraseña ya no sirve. Le enviamos un correo para que elija otra.",
};

export default async function SignInPage({ searchParams }: PageProps<"/ingresar">) {
  const person = await currentPerson();
  if (person) redirect(person.staffRole ? routes.desk() : routes.desktop());
  const { volver, listo } = await searchParams;
  return (
    <PageBody>
      <DoneNotice said={DONE} listo={listo} />
      <ActionForm
        action={signInAction}
        title="Ingresar"
        fields={[
          { kind: "hidden", name: "volver", value: typeof volver === "string" ? volver : "" },
          ownDocumentField(companyJurisdiction()),
          {
            kind: "text",
            type: "password",
            name: "contrasena",
            label: "Contraseña",
            width: "medium",
            autoComplete: "current-password",
            after: <a href={routes.recovery()}>¿Olvidó su contraseña?</a>,
          },
        ]}
        submit="Ingresar"
        submitting="Ingresando…"
      />
      <p className="mt-8">
        ¿Todavía no tiene cuenta? <a href={routes.registration()}>Registrarse</a>
      </p>
    </PageBody>
  );
}
