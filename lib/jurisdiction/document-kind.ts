/** A kind of identity document, and what can be known of one from its text alone: nothing here asks a register. */
export interface DocumentKind {
  /** What people of the country call it: "RUT". */
  name: string;
  /** A valid one, as people write it, that belongs to nobody in particular. */
  example: string;
  /** Whom it names: a natural person, a company, or one as well as the other. */
  bearer: "person" | "company" | "either";
  /** `text` as people write it, its name before it or not, in the one form that is stored; null when it is none. */
  parse: (text: string) => string | null;
  /** A stored one as it is printed; `parse` reads it back. */
  format: (document: string) => string;
}

/** Dots, blanks and invisible characters that come along when a number is pasted. */
const ORNAMENT = /[.\s\p{Cf}]/gu;
const HYPHENS = /[\u2010-\u2015\u2212]/gu;

/** `text` in capitals, with digits and hyphens of one sort, without ornaments and without `name` before it. */
export function plainDocument(text: string, name: string): string {
  const plain = text.normalize("NFKC").replace(ORNAMENT, "").replace(HYPHENS, "-").toUpperCase();
  return plain.startsWith(name) ? plain.slice(name.length).replace(/^:/, "") : plain;
}

/** "1020304050" as "1.020.304.050" */
export const dotted = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ".");

/** Σ digit × weight, the first weight being that of the last digit. */
export function weighted(digits: string, weightAt: (place: number) => number): number {
  return [...digits].reverse().reduce((sum, digit, place) => sum + Number(digit) * weightAt(place), 0);
}

/** The documents of a country: those of `Jurisdiction` that follow from their kinds. */
export interface Documents {
  /** First the one that most people have. */
  documentKinds: readonly DocumentKind[];
  /** What the people of the country call that first one: "RUT". */
  documentName: string;
  /** A valid one, as people write it, that belongs to nobody in particular. */
  documentExample: string;
  /**
   * The normalised document of the first kind that `text` can be, or null when it is none. Where the kinds look alike
   * their own writing tells them apart: a check digit behind its hyphen (NIT of Colombia, RUC of Paraguay) or the
   * name in front ("NIT 1234567013" in Bolivia). Who asked for the kind calls that kind's own `parse`.
   */
  parseDocument: (text: string) => string | null;
  /** A normalised document as it is printed, without the name of its kind. */
  formatDocument: (document: string) => string;
  /** The kind of a normalised document: stored forms of two kinds are never the same. Null when it is none of them. */
  documentKindOf: (document: string) => DocumentKind | null;
}

/** The documents of a country whose kinds are these. */
export function documentsOf(...documentKinds: [DocumentKind, ...DocumentKind[]]): Documents {
  const [{ name, example }] = documentKinds;
  const documentKindOf = (document: string) =>
    documentKinds.find((kind) => kind.parse(document) === document) ?? null;
  return {
    documentKinds,
    documentName: name,
    documentExample: example,
    documentKindOf,
    formatDocument: (document) => documentKindOf(document)?.format(document) ?? document,
    parseDocument(text) {
      for (const kind of documentKinds) {
        const document = kind.parse(text);
        if (document !== null) return document;
      }
      return null;
    },
  };
}
