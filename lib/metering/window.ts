import { monthsBetween, periodsUntil, type Period } from "../kernel/period.ts";

/** The history that the reference portal shows and the law's document-keeping suggests: three years. */
export const HISTORY_MONTHS = 36;

/**
 * The months that a history shows, newest first: they end with the newest of those known and start with the oldest, at
 * most 36 months before. Months before the supply's first are not unknown, they are not there.
 */
export function monthsShown(known: readonly Period[]): Period[] {
  const sorted = known.toSorted();
  const oldest = sorted[0];
  const newest = sorted.at(-1);
  if (!oldest || !newest) return [];
  return periodsUntil(newest, Math.min(HISTORY_MONTHS, monthsBetween(oldest, newest) + 1));
}
