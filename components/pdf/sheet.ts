/** A printable document as plain data: what a page shows, already worded and formatted. One drawing serves them all. */
export interface Sheet {
  company: { name: string; contact: string };
  title: string;
  /** The sentence that leads, or what the document is about. */
  lead: string[];
  /** The one large answer, such as a total. */
  answer?: { label: string; value: string };
  blocks: SheetBlock[];
}

export type SheetBlock =
  | { kind: "facts"; title: string; facts: { term: string; value: string }[] }
  | { kind: "table"; title: string; columns: SheetColumn[]; rows: string[][] }
  | { kind: "sums"; sums: { label: string; value: string; weight: "plain" | "net" | "total" }[] }
  | { kind: "note"; text: string };

/** `share` is the column's part of the width; numbers stand right. */
export interface SheetColumn {
  header: string;
  unit?: string;
  share: number;
  numeric?: boolean;
}
