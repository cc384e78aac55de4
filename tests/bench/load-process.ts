import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { LoadReport } from "../../lib/loading/model.ts";
import type { BillingExport } from "./billing-export.ts";
import { BENCH_FOLDER, ROOT } from "./workspace.ts";

const REJECTED = join(BENCH_FOLDER, "rejected.csv");
const WATCH_MS = 20;

export interface Loaded {
  /** From the start of the command to its end. */
  seconds: number;
  /** Most memory that its process ever had (VmHWM). */
  peakBytes: number;
  report: LoadReport;
}

/** The most that a process has had in memory so far; null once it has ended. */
function peakOf(pid: number): number | null {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}

/** `empalme load` of a package into a database, as whoever administers the server runs it, with its file of rejected rows. */
export async function load(url: string, source: string, stopping: AbortSignal): Promise<Loaded> {
  stopping.throwIfAborted();
  const began = performance.now();
  const child = spawn(
    process.execPath,
    ["bin/empalme.ts", "load", source, "--json", "--rejected", REJECTED],
    {
      cwd: ROOT,
      env: { ...process.env, DATABASE_URL: url, EMPALME_DATA_DIR: join(BENCH_FOLDER, "files") },
      stdio: ["ignore", "pipe", "pipe"],
      signal: stopping,
      killSignal: "SIGKILL",
    },
  );
  let [written, said, peakBytes] = ["", "", 0];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (written += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said = (said + text).slice(-4000)));
  const watch = setInterval(() => (peakBytes = (child.pid && peakOf(child.pid)) || peakBytes), WATCH_MS);
  const [code] = (await once(child, "close").finally(() => clearInterval(watch))) as [number | null];
  const seconds = (performance.now() - began) / 1000;
  // 1: some rows are rejected, as they should be.
  if (code !== 0 && code !== 1) throw new Error(`empalme load ended with ${code}: ${said.trim()}`);
  if (!written) throw new Error(said.trim());
  return { seconds, peakBytes, report: JSON.parse(written) as LoadReport };
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
