import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import type { FormField } from "@/components/forms/form-field";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageBody } from "@/components/ui/page-body";
import { portalContext } from "@/lib/platform/context";
import { companyJurisdiction } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { linkSupplyAction } from "./actions";

export const metadata: Metadata = { title: "Agregar suministro" };

export default async function AddSupplyPage() {
  await portalContext();
  const { bill } = companyJurisdiction().words;
  return (
    <PageBody>
      <Breadcrumbs crumbs={[{ href: routes.desktop(), label: "Escritorio" }]} current="Agregar suministro" />
      <ActionForm
        action={linkSupplyAction}
        title="Agregar suministro"
        lead={
          <>
            <p>
              Tenga a mano una de sus tres últimas {bill}s. Con tres datos que aparecen en ella sabemos que el
              suministro le corresponde.
            </p>
            <p>
              Avisaremos por correo al titular y a quienes ya lo ven.{" "}
              <a href={routes.helpOn("agregar")}>Qué hacer si los datos no resultan</a>
            </p>
          </>
        }
        fields={fieldsFor(bill)}
        submit="Vincular suministro"
        submitting="Comprobando…"
      />
    </PageBody>
  );
}

/** What is asked, in the order in which a bill says it, and where on the paper it stands. */
const fieldsFor = (bill: string): FormField[] => [
  {
    kind: "text",
    name: "cliente",
    label: "Número de cliente",
    hint: `En la parte de arriba de la ${bill}, cerca del nombre y la dirección.`,
    width: "medium",
    autoComplete: "off",
  },
  {
    kind: "text",
    name: "medidor",
    label: "Número de medidor",
    hint: `En la ${bill}, donde están las lecturas; también en la placa del medidor. Si su ${bill} no nombra un medidor, escriba el número (folio) de la ${bill}.`,
    width: "medium",
    autoComplete: "off",
  },
  {
    kind: "text",
    name: "total",
    label: `Total de una ${bill} reciente`,
    hint: `El total del mes, exacto, de una de las tres últimas ${bill}s que no sean de cero. No sume deudas anteriores. Si es un cargo mínimo, igual al de muchos, use otra de las tres.`,
    width: "short",
    inputMode: "decimal",
    autoComplete: "off",
  },
];
