import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chile } from "../../lib/jurisdiction/cl/chile.ts";
import { loadPackage } from "../../lib/loading/commands.ts";
import { localFileStore } from "../../lib/platform/file-store.ts";

/** Loads a package of these files as the command line does. @throws Error when it is refused or a row is rejected */
export async function loadFiles(
  databaseUrl: string,
  files: readonly { path: string; content: string | Buffer }[],
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "empalme-red-"));
  mkdirSync(join(folder, "store"));
  for (const { path, content } of files) writeFileSync(join(folder, path), content);
  const report = await loadPackage(
    {
      databaseUrl,
      jurisdiction: chile,
      companyIdentity: "81234560-5",
      store: localFileStore(join(folder, "store")),
      now: () => new Date(),
    },
    folder,
  );
  if (report.refusal !== null || report.rejections.length > 0) throw new Error(JSON.stringify(report));
}
