import type { PrismaClient } from "../platform/generated/client.ts";
import type { LoadProgress } from "./model.ts";

const EVERY_MS = 1_000;

/**
 * Writes how far a load has come for the page that shows it, at most once a second, beside the load's own transaction,
 * whose writes nobody sees before its end.
 */
export function progressWriter(db: PrismaClient, id: string, everyMs = EVERY_MS) {
  let latest: LoadProgress | null = null;
  let next: NodeJS.Timeout | null = null;
  let writing: Promise<unknown> = Promise.resolve();
  let wroteAt = -Infinity;

  const put = (progress: LoadProgress | null) =>
    db.load.updateMany({
      where: { id, status: { in: ["checking", "publishing"] } },
      data: progress ? { progress: { ...progress } } : {},
    });
  const write = () => {
    next = null;
    wroteAt = performance.now();
    // The load is worth more than its progress: whatever is wrong with the database it will find for itself.
    writing = writing.then(() => put(latest)).catch(() => {});
  };
  return {
    report: (progress: LoadProgress) => {
      latest = progress;
      next ??= setTimeout(write, Math.max(0, wroteAt + everyMs - performance.now()));
    },
    /** Nothing is written after this. */
    end: async () => {
      if (next) clearTimeout(next);
      next = null;
      await writing;
    },
  };
}
