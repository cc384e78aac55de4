import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { LoadReport } from "../../lib/loading/model.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const WATCH_MS = 20;

/** How `empalme load` ended. */
export interface LoaderEnd {
  /** Null when it was killed. */
  code: number | null;
  /** What it said on its standard error. */
  said: string;
  /** From its start to its end. */
  seconds: number;
  /** The most memory that its process ever had (VmHWM). */
  peakBytes: number;
  /** Null when it did not come to write one. */
  report: LoadReport | null;
}

export interface LoaderProcess {
  kill(): void;
  ended: Promise<LoaderEnd>;
}

export interface LoaderOptions {
  databaseUrl: string;
  /** For the files that come with a package. */
  dataDir: string;
  /** Beside the package and --json. */
  args?: string[];
  stopping?: AbortSignal;
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

/** Starts `empalme load`, as whoever administers the server runs it, in a process of its own. */
export function startLoader(source: string, options: LoaderOptions): LoaderProcess {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    ["bin/empalme.ts", "load", source, "--json", ...(options.args ?? [])],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        EMPALME_DEMONSTRATION: "1",
        DATABASE_URL: options.databaseUrl,
        EMPALME_DATA_DIR: options.dataDir,
      },
      stdio: ["ignore", "pipe", "pipe"],
      signal: options.stopping,
      killSignal: "SIGKILL",
    },
  );
  const heard = { written: "", said: "", peakBytes: 0 };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (heard.written += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (heard.said += text));
  const watch = setInterval(() => {
    heard.peakBytes = (child.pid && peakOf(child.pid)) || heard.peakBytes;
  }, WATCH_MS);
  const ended = once(child, "close").finally(() => clearInterval(watch));
  return {
    kill: () => void child.kill("SIGKILL"),
    ended: ended.then(([code]) => ({
      code: code as number | null,
      said: heard.said,
      seconds: (performance.now() - began) / 1000,
      peakBytes: heard.peakBytes,
      report: code === null || heard.written === "" ? null : (JSON.parse(heard.written) as LoadReport),
    })),
  };
}
