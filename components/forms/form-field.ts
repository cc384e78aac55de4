import type { ReactNode } from "react";
import type { FieldWidth } from "@/components/ui/field";

interface Asked {
  name: string;
  label: string;
  /** Why it is asked, or how it is written. */
  hint?: string;
  optional?: boolean;
}

/** One question of a form, as plain data: pages word it on the server, one component draws it (action-form.tsx). */
export type FormField =
  | (Asked & {
      kind: "text";
      type?: "text" | "email" | "tel" | "password";
      width?: FieldWidth;
      autoComplete?: string;
      inputMode?: "numeric" | "decimal" | "email" | "tel";
      /** What stands in it before anybody types. */
      value?: string;
      /** Under it: a link such as "¿Olvidó su contraseña?". */
      after?: ReactNode;
    })
  | (Asked & {
      kind: "select";
      options: readonly { value: string; label: string }[];
      width?: FieldWidth;
      value?: string;
    })
  /** Day, month and year, in fields named `<name>Dia`, `<name>Mes` and `<name>Ano`. */
  | (Asked & { kind: "date" })
  | { kind: "hidden"; name: string; value: string }
  | { kind: "heading"; text: string }
  | { kind: "row"; fields: readonly FormField[] };

/** A password that is chosen: said twice, and never sent back. */
export const newPasswordFields = (least: number): FormField[] => [
  {
    kind: "text",
    type: "password",
    name: "contrasena",
    label: "Contraseña",
    hint: `Al menos ${least} caracteres. Sirve una frase de varias palabras que no tengan que ver entre sí. Se puede pegar.`,
    autoComplete: "new-password",
    width: "medium",
  },
  {
    kind: "text",
    type: "password",
    name: "confirmacion",
    label: "Confirmar contraseña",
    autoComplete: "new-password",
    width: "medium",
  },
];

/** The present password, before a change that would lock its owner out. */
export const presentPasswordField = {
  kind: "text",
  type: "password",
  name: "actual",
  label: "Su contraseña actual",
  hint: "Para saber que es usted quien hace el cambio.",
  autoComplete: "current-password",
  width: "medium",
} as const satisfies FormField;

/** The code of the second factor. */
export const codeField = {
  kind: "text",
  name: "codigo",
  label: "Código de verificación",
  hint: "Los seis dígitos que muestra su aplicación, o uno de sus códigos de recuperación.",
  autoComplete: "one-time-code",
  width: "medium",
} as const satisfies FormField;
