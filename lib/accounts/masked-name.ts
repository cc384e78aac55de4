const LONGEST = 20;
const LONGEST_WHOLE = 80;

const wordsOf = (name: string) => name.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];

/** A name in a mail to whoever it is sent to: its words, and nothing that a mail program would make a link of. */
export const plainName = (name: string): string => wordsOf(name).join(" ").slice(0, LONGEST_WHOLE);

/**
 * Enough of a name for those who know its bearer, and no more: "Camila V. H." It was written by whoever registered, so
 * nothing but letters is let into a mail to others.
 */
export function maskedName(name: string): string {
  const [first = "", ...others] = wordsOf(name);
  return [first.slice(0, LONGEST), ...others.slice(0, 3).map((word) => `${word.slice(0, 1)}.`)].join(" ");
}
