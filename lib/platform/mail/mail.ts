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
/** Control characters but for tab and line feed, and those that turn the direction of what follows. */
const UNSEEN = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

/** `text` without what nobody sees and no database keeps: whatever somebody wrote, their mail can be queued. */
const seen = (text: string) => text.toWellFormed().replace(UNSEEN, "");

/** In one line, as a header has to be. */
export const oneLine = (text: string) => seen(text.replace(CONTROL, " ")).replace(/ {2,}/g, " ").trim();

export function seenBlock(block: MailBlock): MailBlock {
  switch (block.kind) {
    case "text":
      return { ...block, text: seen(block.text) };
    case "link":
      return { ...block, label: seen(block.label) };
    case "facts":
      return {
        ...block,
        facts: block.facts.map(({ term, value }) => ({ term: seen(term), value: seen(value) })),
      };
  }
}

/** Only what a browser opens as a page: a mail carries no other kind of link. */
export function isPageAddress(url: string): boolean {
  return /^https?:$/.test(URL.parse(url)?.protocol ?? "");
}
