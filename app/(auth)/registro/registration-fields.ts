import { newPasswordFields, type FormField } from "@/components/forms/form-field";
import type { Jurisdiction } from "@/lib/jurisdiction/jurisdiction";
import { LEAST_CHARACTERS } from "@/lib/registration/password-policy";
import { companyKinds, personKinds } from "@/lib/registration/schema";
import { documentFields } from "../_components/document-fields";
import { contactFields } from "../../_components/contact-fields";

const GENDERS = ["Femenino", "Masculino", "Otro"].map((gender) => ({ value: gender, label: gender }));

const EMAIL: FormField = {
  kind: "text",
  type: "email",
  name: "email",
  label: "Email",
  hint: "Ahí confirma la cuenta, recupera la contraseña y recibe los avisos de seguridad.",
  autoComplete: "email",
};

/** What is asked of a person (Fig. 3 of the reference manual): no more than is needed, and why. */
export const personFields = ({ documentKinds, words }: Jurisdiction): FormField[] => [
  { kind: "heading", text: "Quién es usted" },
  ...documentFields(personKinds(documentKinds), {
    kind: "tipo",
    document: "documento",
    hint: "Con él ingresa. Con o sin puntos.",
  }),
  { kind: "text", name: "nombres", label: "Nombres", autoComplete: "given-name" },
  {
    kind: "row",
    fields: [
      { kind: "text", name: "apellidoPaterno", label: "Apellido paterno", autoComplete: "family-name" },
      { kind: "text", name: "apellidoMaterno", label: "Apellido materno", optional: true },
    ],
  },
  {
    kind: "date",
    name: "nacimiento",
    label: "Fecha de nacimiento",
    hint: "Para distinguirle de quien se llame igual. Por ejemplo, 27 3 1968.",
    optional: true,
  },
  {
    kind: "row",
    fields: [
      {
        kind: "text",
        name: "nacionalidad",
        label: "Nacionalidad",
        hint: "Para saber qué papeles le pediría un trámite.",
        optional: true,
      },
      {
        kind: "select",
        name: "genero",
        label: "Género",
        hint: "Para saber cómo tratarle al escribirle.",
        options: [{ value: "", label: "Prefiero no decirlo" }, ...GENDERS],
        optional: true,
      },
    ],
  },
  { kind: "heading", text: "Cómo le avisamos" },
  EMAIL,
  ...contactFields(words.comuna),
  { kind: "heading", text: "Contraseña" },
  ...newPasswordFields(LEAST_CHARACTERS.alone),
];

/** What is asked of a company: its own document and name, and whoever acts for it. */
export const companyFields = ({ documentKinds, words }: Jurisdiction): FormField[] => [
  { kind: "hidden", name: "como", value: "empresa" },
  { kind: "heading", text: "La empresa" },
  ...documentFields(companyKinds(documentKinds), {
    kind: "tipo",
    document: "documento",
    hint: "El de la empresa: con él se ingresa.",
  }),
  { kind: "text", name: "razonSocial", label: "Nombre o razón social", autoComplete: "organization" },
  { kind: "heading", text: "Quién la representa" },
  ...documentFields(personKinds(documentKinds), {
    kind: "tipoRepresentante",
    document: "documentoRepresentante",
    label: `${personKinds(documentKinds)[0]?.name ?? ""} de quien la representa`,
    hint: "Para saber quién responde por la cuenta.",
  }),
  { kind: "text", name: "representante", label: "Nombre de quien la representa", autoComplete: "name" },
  { kind: "heading", text: "Cómo le avisamos" },
  EMAIL,
  ...contactFields(words.comuna),
  { kind: "heading", text: "Contraseña" },
  ...newPasswordFields(LEAST_CHARACTERS.alone),
];
