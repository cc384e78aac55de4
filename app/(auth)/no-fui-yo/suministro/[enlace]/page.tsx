import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageBody } from "@/components/ui/page-body";
import { linkToDisown } from "@/lib/accounts/queries";
import { formatInstant } from "@/lib/kernel/format-instant";
import { publicContext } from "@/lib/platform/context";
import { companyProfile } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { LinkForm } from "../../../_components/link-form";
import { disownLinkAction } from "./actions";

export const metadata: Metadata = { title: "No fui yo" };

export default async function DisownLinkPage({ params }: PageProps<"/no-fui-yo/suministro/[enlace]">) {
  const { enlace } = await params;
  const link = await linkToDisown(publicContext(), enlace);
  if (!link) redirect(routes.uselessLink());
  const { who, number, linkedAt } = link;
  return (
    <PageBody>
      <LinkForm
        action={disownLinkAction}
        title="No fui yo"
        token={enlace}
        lead={
          <>
            <p>
              {who} ve el suministro {number} desde el {formatInstant(linkedAt, companyProfile().timeZone)}.
            </p>
            <p>
              Si no fue usted ni alguien a quien se lo encargó, oprima el botón: deja de ver el suministro de
              inmediato, también aquellos con quienes lo haya compartido, y no podrá vincularlo otra vez.
            </p>
          </>
        }
        submit="Quitarle el acceso"
        submitting="Quitando…"
      />
    </PageBody>
  );
}
