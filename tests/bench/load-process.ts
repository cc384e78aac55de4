import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { LoadReport } from "../../lib/loading/model.ts";
import { startLoader, type LoaderEnd } from "../support/loader-process.ts";
import type { BillingExport } from "./billing-export.ts";
import { BENCH_FOLDER } from "./workspace.ts";

const REJECTED = join(BENCH_FOLDER, "rejected.csv");

type Loaded = LoaderEnd & { report: LoadReport };

/** `empalme load` of a package, with its file of rejected rows. @throws Error with what it said, when it does not end well */
export async function load(url: string, source: string, stopping: AbortSignal): Promise<Loaded> {
  stopping.throwIfAborted();
  const options = { databaseUrl: url, dataDir: join(BENCH_FOLDER, "files"), stopping };
  const { report, ...end } = await startLoader(source, { ...options, args: ["--rejected", REJECTED] }).ended;
  // 1: some rows are rejected, as they should be.
  if (!report || (end.code !== 0 && end.code !== 1))
    throw new Error(`empalme load ended with ${end.code}: ${end.said.trim().slice(-4000)}`);
  return { ...end, report };
}

/** @throws Error unless every row of the package is accounted for as it should be, and every rejected one is in the file. */
export function holdsTo({ rows, rejected }: BillingExport, { report }: Loaded): void {
  if (report.status !== "published") throw new Error(`the package is refused: ${report.refusal}`);
  for (const name of Object.keys(rows)) {
    const count = report.counts.find(({ resource }) => resource === name);
    if (count?.read !== rows[name] || count?.rejected !== rejected[name])
      throw new Error(
        `${name}: ${rows[name]} rows with ${rejected[name]} wrong, and the loader counts ${JSON.stringify(count)}`,
      );
  }
  const kept = readFileSync(REJECTED, "utf8").trim().split("\n").length - 1;
  const all = Object.values(rejected).reduce((sum, count) => sum + count, 0);
  if (kept !== all) throw new Error(`${kept} of ${all} rejected rows are in the file`);
}
