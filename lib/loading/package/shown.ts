const LONGEST = 80;

/** What the package says, fit to stand in a sentence: names and cells may hold anything, and any amount of it. */
export function shown(text: string): string {
  const characters = [...text.slice(0, 2 * LONGEST)];
  const cut = characters.length > LONGEST || text.length > 2 * LONGEST;
  const start = characters.slice(0, LONGEST).join("");
  return start.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu, "·") + (cut ? "…" : "");
}
