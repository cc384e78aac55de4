import { z } from "zod";
import type { DocumentKind } from "../jurisdiction/document-kind.ts";
import { parseCivilDate, type CivilDate } from "../kernel/civil-date.ts";

/* The answers of forms about people, read one by one, so that every mistake is said at once. */

const LONGEST_TEXT = 80;

const tidy = (text: string) =>
  text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim();

const short = z
  .string()
  .transform(tidy)
  .pipe(z.string().max(LONGEST_TEXT, `Acórtelo: caben ${LONGEST_TEXT} letras.`));

/** A text that has to be there; `missing` asks for it. */
export const requiredText = (missing: string) => short.pipe(z.string().min(1, missing));

/** A text that may be left out: null then. */
export const optionalText = short.transform((text) => text || null).default(null);

/** A document of `kind`, normalised; `whose` says whose it is where a form asks for two. */
export const documentText = (kind: DocumentKind, whose = "") =>
  z.string().transform((text, ctx): string => {
    const document = kind.parse(text);
    if (document !== null) return document;
    const { name, example } = kind;
    ctx.addIssue(
      tidy(text)
        ? `El ${name}${whose} no es válido: revise que esté completo, con su dígito final. Por ejemplo, ${example}.`
        : `Escriba el ${name}${whose}.`,
    );
    return z.NEVER;
  });

/** The kind of document that a form asked for, by its name; the first where it asked for none. */
export function kindAsked(kinds: readonly DocumentKind[], name: unknown): DocumentKind {
  const [first] = kinds;
  if (!first) throw new RangeError("a country without documents");
  return kinds.find((kind) => kind.name === name) ?? first;
}

function textIn(form: FormData, name: string): string {
  const typed = form.get(name);
  return typeof typed === "string" ? typed.normalize("NFKC").trim() : "";
}

const DATE_PARTS = ["Ano", "Mes", "Dia"] as const;

/** The day in the fields `<name>Dia`, `<name>Mes` and `<name>Ano`; null where they are empty. */
export const optionalDate = (form: FormData, name: string, { latest }: { latest: CivilDate }) =>
  // The name itself is no field of the form.
  z
    .string()
    .default("")
    .transform((_none, ctx): CivilDate | null => {
      const parts = DATE_PARTS.map((part) => textIn(form, `${name}${part}`));
      if (parts.every((part) => part === "")) return null;
      const [year = "", month = "", date = ""] = parts;
      const day = parseCivilDate([year, month.padStart(2, "0"), date.padStart(2, "0")].join("-"));
      if (day === null || day < "1900-01-01" || day > latest)
        ctx.addIssue(
          "Escriba una fecha que exista, con día, mes y año. Por ejemplo, 27 3 1968; o déjela en blanco.",
        );
      return day;
    });

/** A password that is chosen; what it may be is the policy's to say. */
export const chosenPassword = z.string().min(1, "Escriba una contraseña.");

/** The same password again. */
export const repeatedPassword = (form: FormData) =>
  z.string().refine((again) => again === form.get("contrasena"), "Las dos contraseñas no son iguales.");
