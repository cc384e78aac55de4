/** Numbers from 0 up to 1 that look random and are always the same for the same seed (mulberry32, public domain). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/**
 * A number from 0 up to 1 that belongs to these words alone: what is drawn for one supply and month does not depend on
 * what was drawn before, so that a month later every month but the new one is as it was.
 */
export const drawn = (...words: readonly (string | number)[]) => seeded(hashOf(words.join("|")))();

/** One of `choices`, always the same for the same words. */
export function pick<T>(choices: readonly T[], ...words: readonly (string | number)[]): T {
  const choice = choices[Math.floor(drawn(...words) * choices.length)];
  if (choice === undefined) throw new Error("nothing to pick from");
  return choice;
}
