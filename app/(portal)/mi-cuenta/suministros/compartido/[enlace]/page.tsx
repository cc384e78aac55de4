import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageBody } from "@/components/ui/page-body";
import { invitationFor } from "@/lib/accounts/queries";
import { portalContext } from "@/lib/platform/context";
import { companyJurisdiction } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { acceptShareAction } from "./actions";

export const metadata: Metadata = { title: "Le comparten un suministro" };

export default async function AcceptSharePage({
  params,
}: PageProps<"/mi-cuenta/suministros/compartido/[enlace]">) {
  const { enlace } = await params;
  const invitation = await invitationFor(await portalContext(), enlace);
  if (!invitation) redirect(routes.uselessLink());
  const { number, who } = invitation;
  return (
    <PageBody>
      <Breadcrumbs
        crumbs={[{ href: routes.desktop(), label: "Escritorio" }]}
        current="Le comparten un suministro"
      />
      <ActionForm
        action={acceptShareAction}
        title="Le comparten un suministro"
        lead={
          <>
            <p>
              {who} le comparte el suministro {number}. Si acepta, podrá ver sus{" "}
              {companyJurisdiction().words.bill}s y consumos, sin poder cambiar nada.
            </p>
            <p>
              {who} y los demás que ven el suministro sabrán su nombre. Cualquiera de los dos puede terminarlo
              cuando quiera.
            </p>
          </>
        }
        fields={[{ kind: "hidden", name: "enlace", value: enlace }]}
        submit="Aceptar"
        submitting="Aceptando…"
      />
    </PageBody>
  );
}
