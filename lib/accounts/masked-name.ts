const LONGEST = 20;

/**
 * Enough of a name for those who know its bearer, and no more: "Camila V. H." It was written by whoever registered, so
 * nothing but letters is let into a mail to others.
 */
export function maskedName(name: string): string {
  const words = name.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const [first = "", ...others] = words;
  return [first.slice(0, LONGEST), ...others.slice(0, 3).map((word) => `${word.slice(0, 1)}.`)].join(" ");
}
