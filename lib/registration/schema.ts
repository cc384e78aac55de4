import { z } from "zod";
import type { DocumentKind } from "../jurisdiction/document-kind.ts";
import type { CivilDate } from "../kernel/civil-date.ts";
import {
  chosenPassword,
  documentText,
  kindAsked,
  optionalDate,
  optionalText,
  repeatedPassword,
  requiredText,
} from "./form-texts.ts";
import type { Contact, PersonalDetails } from "./personal-details.ts";

const typedPassword = (missing: string) =>
  z.string().min(1, missing).max(256, "Revise la contraseña: es demasiado larga.");

/** What the sign-in form sends. The password is checked exactly as typed, and bounded so that hashing stays cheap. */
export const signInSchema = z.object({
  documento: z
    .string()
    .trim()
    .min(1, "Escriba su número de documento.")
    .max(40, "Revise el número: es demasiado largo."),
  contrasena: typedPassword("Escriba su contraseña."),
  volver: z.string().max(500).default(""),
});

const code = z.string().trim().min(1, "Escriba el código.").max(60, "Revise el código: es demasiado largo.");
const current = typedPassword("Escriba su contraseña actual.");

/** What a form that shows a mailed link's page sends. */
export const linkSchema = z.object({ enlace: z.string().max(100) });
export const codeSchema = z.object({ codigo: code, volver: z.string().max(500).default("") });
export const factorSchema = z.object({ actual: current, codigo: code });
export const currentPasswordSchema = z.object({ actual: current });
export const noFieldsSchema = z.object({});
export const sessionSchema = z.object({ sesion: z.string().max(64) });

/** `address` reads an e-mail address as the mail parts do; null when it is none. */
type AddressReader = (text: string) => string | null;

const emailText = (address: AddressReader) =>
  z.string().transform((text, ctx): string => {
    const email = address(text);
    if (email !== null) return email.toLowerCase();
    ctx.addIssue(
      text.trim()
        ? "Revise el correo: debe tener una @ y, después, un dominio. Por ejemplo, nombre@correo.example."
        : "Escriba su correo.",
    );
    return z.NEVER;
  });

/** What the forms about people need to know of country, calendar and mail. */
export interface FormSetting {
  kinds: readonly DocumentKind[];
  today: CivilDate;
  address: AddressReader;
}

const CONTACT = {
  fono: optionalText,
  calle: optionalText,
  numero: optionalText,
  departamento: optionalText,
  comuna: optionalText,
};

type ContactAnswers = { [Field in keyof typeof CONTACT]: string | null };

const contactOf = ({ fono, calle, numero, departamento, comuna }: ContactAnswers): Contact => ({
  phone: fono,
  street: calle,
  houseNumber: numero,
  apartment: departamento,
  comuna,
});

/** How and where a person is reached. */
export const contactSchema = z.object(CONTACT).transform(contactOf);

/** The documents that a person can have, and those of a company. */
export const personKinds = (kinds: readonly DocumentKind[]) =>
  kinds.filter(({ bearer }) => bearer !== "company");
export const companyKinds = (kinds: readonly DocumentKind[]) =>
  kinds.filter(({ bearer }) => bearer !== "person");

/** Registration of a person, or of a company with whoever acts for it, as the form says (`como`). */
export const registrationSchema = (form: FormData, setting: FormSetting) =>
  form.get("como") === "empresa" ? companySchema(form, setting) : personSchema(form, setting);

const account = (form: FormData, { kinds, address }: FormSetting) => ({
  documento: documentText(kindAsked(kinds, form.get("tipo"))),
  email: emailText(address),
  ...CONTACT,
  contrasena: chosenPassword,
  confirmacion: repeatedPassword(form),
});

interface Registering {
  identityNumber: string;
  email: string;
  password: string;
  details: PersonalDetails;
}

const personSchema = (form: FormData, setting: FormSetting) =>
  z
    .object({
      ...account(form, { ...setting, kinds: personKinds(setting.kinds) }),
      nombres: requiredText("Escriba sus nombres."),
      apellidoPaterno: requiredText("Escriba su apellido paterno."),
      apellidoMaterno: optionalText,
      nacimiento: optionalDate(form, "nacimiento", { latest: setting.today }),
      nacionalidad: optionalText,
      genero: optionalText,
    })
    .transform((answers): Registering => {
      const { documento, email, contrasena, nombres, apellidoPaterno, apellidoMaterno } = answers;
      return {
        identityNumber: documento,
        email,
        password: contrasena,
        details: {
          kind: "person",
          givenNames: nombres,
          paternalSurname: apellidoPaterno,
          maternalSurname: apellidoMaterno,
          bornOn: answers.nacimiento,
          nationality: answers.nacionalidad,
          gender: answers.genero,
          ...contactOf(answers),
        },
      };
    });

const companySchema = (form: FormData, setting: FormSetting) =>
  z
    .object({
      ...account(form, { ...setting, kinds: companyKinds(setting.kinds) }),
      razonSocial: requiredText("Escriba el nombre o razón social de la empresa."),
      representante: requiredText("Escriba el nombre de quien la representa."),
      documentoRepresentante: documentText(
        kindAsked(personKinds(setting.kinds), form.get("tipoRepresentante")),
        " de quien la representa",
      ),
    })
    .transform((answers): Registering => {
      const { documento, email, contrasena, razonSocial, representante, documentoRepresentante } = answers;
      return {
        identityNumber: documento,
        email,
        password: contrasena,
        details: {
          kind: "company",
          companyName: razonSocial,
          representativeName: representante,
          representativeIdentity: documentoRepresentante,
          ...contactOf(answers),
        },
      };
    });

export const emailSchema = (setting: Pick<FormSetting, "address">) =>
  z.object({ email: emailText(setting.address) });
export const emailChangeSchema = (setting: Pick<FormSetting, "address">) =>
  z.object({ actual: current, email: emailText(setting.address) });

export const documentSchema = z.object({
  documento: z
    .string()
    .trim()
    .min(1, "Escriba su número de documento.")
    .max(40, "Revise el número: es demasiado largo."),
});

export const resetSchema = (form: FormData) =>
  z.object({ enlace: z.string().max(100), contrasena: chosenPassword, confirmacion: repeatedPassword(form) });
export const passwordChangeSchema = (form: FormData) =>
  z.object({ actual: current, contrasena: chosenPassword, confirmacion: repeatedPassword(form) });
