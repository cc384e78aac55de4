import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { PageBody } from "@/components/ui/page-body";
import { portalContext } from "@/lib/platform/context";
import { companyJurisdiction } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { ownData } from "@/lib/registration/queries";
import { contactFields } from "../../../../_components/contact-fields";
import { DataCrumbs } from "../_components/data-crumbs";
import { changeContactAction } from "../actions";

export const metadata: Metadata = { title: "Cambiar fono y dirección" };

export default async function ContactPage() {
  const { details } = await ownData(await portalContext());
  // Of people that the company made there is nothing of the kind to change.
  if (!details) notFound();
  return (
    <PageBody>
      <DataCrumbs current="Cambiar fono y dirección" />
      <ActionForm
        action={changeContactAction}
        title="Cambiar fono y dirección"
        fields={contactFields(companyJurisdiction().words.comuna, details)}
        submit="Guardar los cambios"
        submitting="Guardando…"
        beside={<a href={routes.ownData()}>Dejarlos como están</a>}
      />
    </PageBody>
  );
}
