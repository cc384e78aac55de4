/** What a mail says, in plain data: text and HTML are both made of it. */
export type MailBlock =
  | { kind: "text"; text: string }
  /** Somewhere to go on the portal; the address is printed too. */
  | { kind: "link"; label: string; url: string }
  | { kind: "facts"; facts: { term: string; value: string }[] };

export interface Mail {
  /** As `parseMailAddress` gives it. */
  to: string;
  subject: string;
  blocks: MailBlock[];
  /** How long it is of use, such as a link in it holds; it is not sent later than that. Two days unless said. */
  usefulMs?: number;
}

/** Who writes, and what stands below every mail. */
export interface Sender {
  name: string;
  address: string;
  /** Where people write to. */
  contactEmail: string;
  footnote: string;
}

const CONTROL = /[\p{Cc}\u2028\u2029]+/gu;

/** In one line, as a header has to be. */
export const oneLine = (text: string) => text.replace(CONTROL, " ").replace(/ {2,}/g, " ").trim();

/** Only what a browser opens as a page: a mail carries no other kind of link. */
export function isPageAddress(url: string): boolean {
  return /^https?:$/.test(URL.parse(url)?.protocol ?? "");
}
