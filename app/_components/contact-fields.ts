import type { FormField } from "@/components/forms/form-field";
import type { Contact } from "@/lib/registration/personal-details";

/** How and where a person is reached, all of it optional; `kept` is what is known. */
export const contactFields = (comunaName: string, kept?: Contact): FormField[] => {
  const known = (field: keyof Contact) => kept?.[field] ?? "";
  return [
    {
      kind: "text",
      type: "tel",
      name: "fono",
      label: "Fono",
      hint: "Para llamarle si hay un problema con su suministro. Con código de área.",
      autoComplete: "tel",
      width: "medium",
      optional: true,
      value: known("phone"),
    },
    {
      kind: "text",
      name: "calle",
      label: "Calle",
      hint: "Dónde vive usted, por si hay que enviarle una carta. Puede no ser la del suministro.",
      autoComplete: "address-line1",
      optional: true,
      value: known("street"),
    },
    {
      kind: "row",
      fields: [
        {
          kind: "text",
          name: "numero",
          label: "Número",
          width: "short",
          optional: true,
          value: known("houseNumber"),
        },
        {
          kind: "text",
          name: "departamento",
          label: "Departamento",
          width: "short",
          optional: true,
          value: known("apartment"),
        },
      ],
    },
    {
      kind: "text",
      name: "comuna",
      label: comunaName,
      autoComplete: "address-level2",
      width: "medium",
      optional: true,
      value: known("comuna"),
    },
  ];
};
