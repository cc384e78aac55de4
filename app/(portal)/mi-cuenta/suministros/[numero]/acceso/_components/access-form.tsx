import type { ComponentProps } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { routes } from "@/lib/platform/routes";
import { UsagePointPage } from "../../_components/usage-point-page";
import type { accessOf } from "../access";

type Form = ComponentProps<typeof ActionForm>;
interface AccessFormProps extends Omit<Form, "fields" | "beside"> {
  supply: NonNullable<Awaited<ReturnType<typeof accessOf>>>;
  fields?: Form["fields"];
}

/** The page of one change to who sees a supply, whose number the form sends along. */
export function AccessForm({ supply: { usagePoint }, fields = [], ...form }: AccessFormProps) {
  const { number } = usagePoint;
  return (
    <UsagePointPage
      usagePoint={usagePoint}
      section="access"
      crumbs={[{ href: routes.access(number), label: "Acceso" }]}
      current={form.title}
    >
      <ActionForm
        {...form}
        fields={[{ kind: "hidden", name: "numero", value: number }, ...fields]}
        beside={<a href={routes.access(number)}>Volver sin cambiar nada</a>}
      />
    </UsagePointPage>
  );
}
