import type { PrismaClient } from "../platform/generated/client.ts";
import { INCOMING, type FileStore } from "../platform/file-store.ts";
import { PACKAGES } from "./package/receive-package.ts";

/** Younger files are left alone: their load may be about to be registered. */
const HOUR_MS = 3_600_000;
/** The longest that an upload may take, with room. */
const UPLOAD_MS = 2 * HOUR_MS;

/** Deletes packages that no load needs any more, and what is left of uploads that were cut. */
export async function purgePackages(
  db: PrismaClient,
  store: FileStore,
  now: Date,
): Promise<{ packages: number }> {
  const open = await db.load.findMany({
    where: {
      status: { in: ["waiting", "checking", "checked", "publishing"] },
      packageKey: { not: null },
    },
    select: { packageKey: true },
  });
  const needed = new Set(open.map(({ packageKey }) => packageKey));
  const before = (ms: number) => new Date(now.getTime() - ms);
  const old = [
    ...(await store.keysBefore(PACKAGES, before(HOUR_MS))),
    ...(await store.keysBefore(INCOMING, before(UPLOAD_MS))),
  ].filter((key) => !needed.has(key));
  for (const key of old) await store.remove(key);
  return { packages: old.length };
}
