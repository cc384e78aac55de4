import type { FormField } from "@/components/forms/form-field";
import type { DocumentKind } from "@/lib/jurisdiction/document-kind";
import type { Jurisdiction } from "@/lib/jurisdiction/jurisdiction";

/** Asks for the document that a person already signs in with, of whatever kind it is. */
export const ownDocumentField = ({ documentName, documentExample }: Jurisdiction): FormField => ({
  kind: "text",
  name: "documento",
  label: documentName,
  hint: `Con o sin puntos. Por ejemplo, ${documentExample}`,
  width: "medium",
  autoComplete: "username",
});

/** Asks for a document, and for its kind where the country has several that look alike. */
export function documentFields(
  kinds: readonly DocumentKind[],
  names: { kind: string; document: string; label?: string; hint: string },
): FormField[] {
  const [first] = kinds;
  if (!first) return [];
  const example = `Por ejemplo, ${kinds.map((kind) => kind.example).join(" o ")}.`;
  const number: FormField = {
    kind: "text",
    name: names.document,
    label: names.label ?? (kinds.length === 1 ? first.name : "Número de documento"),
    hint: `${names.hint} ${example}`,
    width: "medium",
  };
  if (kinds.length === 1) return [number];
  const options = kinds.map(({ name }) => ({ value: name, label: name }));
  return [{ kind: "select", name: names.kind, label: "Tipo de documento", options, width: "short" }, number];
}
