import type { FormField } from "@/components/forms/form-field";
import type { DocumentKind } from "@/lib/jurisdiction/document-kind";

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
