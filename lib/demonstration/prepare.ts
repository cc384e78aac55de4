import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { loadPackage } from "../loading/commands.ts";
import { loadContext } from "../loading/context.ts";
import { fingerprintOf } from "../loading/fingerprint.ts";
import { rejectedRows, reportText } from "../loading/report.ts";
import { inUtc } from "../platform/database-url.ts";
import { losNotrosPackage } from "./los-notros/package.ts";
import { createPeople } from "./people.ts";

/** Name of the folder under the data directory, and so of the load in the history. */
const FOLDER = "demostracion";

/**
 * Sees to it that the demonstration company's data and people are there. Its package goes through the ordinary load,
 * unless a load of exactly these files is in the history.
 *
 * @throws Error when a row of the demonstration is rejected: then it and the loader disagree
 */
export async function prepareDemonstration({
  databaseUrl,
  dataDir,
}: {
  databaseUrl: string;
  dataDir: string;
}) {
  const files = losNotrosPackage();
  const client = new pg.Client({ connectionString: inUtc(databaseUrl), connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      "SELECT FROM load WHERE source = $1 AND status = 'published' AND fingerprint = $2 LIMIT 1",
      [FOLDER, fingerprintOf(files)],
    );
    if (!rowCount) await load(databaseUrl, dataDir, files);
    await createPeople(client, new Date());
  } finally {
    await client.end();
  }
}

async function load(databaseUrl: string, dataDir: string, files: ReturnType<typeof losNotrosPackage>) {
  const folder = join(dataDir, FOLDER);
  await mkdir(folder, { recursive: true });
  for (const { path, content } of files) await writeFile(join(folder, path), content);
  const report = await loadPackage(loadContext(databaseUrl, dataDir), folder);
  if (report.status === "refused" || rejectedRows(report) > 0) throw new Error(reportText(report));
}
