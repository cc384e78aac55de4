import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { presentPasswordField } from "@/components/forms/form-field";
import { PageBody } from "@/components/ui/page-body";
import { portalContext } from "@/lib/platform/context";
import { companyJurisdiction } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { DataCrumbs } from "../_components/data-crumbs";
import { closeAccountAction } from "../actions";

export const metadata: Metadata = { title: "Cerrar mi cuenta" };

export default async function CloseAccountPage() {
  await portalContext();
  const { bill } = companyJurisdiction().words;
  return (
    <PageBody>
      <DataCrumbs current="Cerrar mi cuenta" />
      <ActionForm
        action={closeAccountAction}
        title="Cerrar mi cuenta"
        lead={
          <>
            <p>
              Se borran, en el momento y sin vuelta atrás: sus datos, sus sesiones, las vinculaciones con sus
              suministros y lo que compartió con otras personas. Con quienes compartió dejarán de ver esos
              suministros.
            </p>
            <p>
              No se borra lo que es de la empresa y la ley le obliga a conservar: el contrato de suministro,
              las {bill}s con sus documentos tributarios, las lecturas y los pagos. Tampoco la anotación de
              que alguien le desconoció una vinculación, si la hubo. Su contrato de electricidad sigue igual.
            </p>
            <p>
              Antes puede <a href={routes.ownDataFile("json")}>llevarse todo lo que guardamos de usted</a>. Si
              después quiere volver, se registra de nuevo.
            </p>
          </>
        }
        fields={[presentPasswordField]}
        submit="Cerrar mi cuenta"
        submitting="Cerrando…"
        kind="danger"
        beside={<a href={routes.ownData()}>No cerrarla</a>}
      />
    </PageBody>
  );
}
