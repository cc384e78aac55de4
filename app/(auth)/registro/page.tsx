import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageBody } from "@/components/ui/page-body";
import { companyJurisdiction } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { registerAction } from "./actions";
import { companyFields, personFields } from "./registration-fields";

export const metadata: Metadata = { title: "Registrarse" };

export default async function RegistrationPage({ searchParams }: PageProps<"/registro">) {
  const forCompany = (await searchParams).como === "empresa";
  const jurisdiction = companyJurisdiction();
  return (
    <PageBody>
      <Breadcrumbs
        crumbs={[
          { href: routes.home(), label: "Inicio" },
          { href: routes.signIn(), label: "Ingresar" },
        ]}
        current="Registrarse"
      />
      <ActionForm
        key={forCompany ? "empresa" : "persona"}
        action={registerAction}
        title={forCompany ? "Registrar una empresa" : "Registrarse"}
        lead={<Lead forCompany={forCompany} />}
        fields={forCompany ? companyFields(jurisdiction) : personFields(jurisdiction)}
        submit="Crear cuenta"
        submitting="Creando la cuenta…"
        beside={<a href={routes.signIn()}>Ya tengo cuenta</a>}
      />
    </PageBody>
  );
}

function Lead({ forCompany }: { forCompany: boolean }) {
  return (
    <>
      <p>
        Paso 1 de 2. Después le enviamos un correo para confirmar la cuenta. Todos los datos son obligatorios,
        salvo los que dicen opcional.
      </p>
      <p>
        {forCompany ? (
          <a href={routes.registration()}>Registrarse como persona</a>
        ) : (
          <a href={routes.companyRegistration()}>Registrar una empresa</a>
        )}
      </p>
    </>
  );
}
