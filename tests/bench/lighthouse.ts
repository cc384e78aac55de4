import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { ensureTools } from "../../bin/test-tools.mjs";
import { freePort } from "../../lib/platform/embedded-postgres.ts";
import { output } from "./command.ts";
import { ROOT, BENCH_FOLDER } from "./workspace.ts";

const LIMIT_MS = 3 * 60_000;
const FOLDER = join(BENCH_FOLDER, "lighthouse");

/** What a phone on slow 4G sees of a page. */
export interface PageLoad {
  /** Milliseconds until the largest part is drawn, and in which the page answers no finger. */
  lcp: number;
  tbt: number;
  /** Share of the screen that jumps. */
  cls: number;
}

interface Report {
  runtimeError?: { message: string };
  finalDisplayedUrl: string;
  audits: Record<string, { numericValue?: number }>;
}

async function installed(stopping: AbortSignal): Promise<string> {
  const program = join(FOLDER, "node_modules/lighthouse/cli/index.js");
  const manifest = readFileSync(join(ROOT, "tests/bench/lighthouse/package-lock.json"), "utf8");
  const copy = join(FOLDER, "package-lock.json");
  if (existsSync(program) && readFileSync(copy, "utf8") === manifest) return program;
  mkdirSync(FOLDER, { recursive: true });
  cpSync(join(ROOT, "tests/bench/lighthouse"), FOLDER, { recursive: true });
  await output("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: FOLDER,
    stopping,
    limit: 5 * LIMIT_MS,
  });
  return program;
}

/** A browser with nothing in it. Lighthouse's own outlives a bench that is stopped; this one ends with it. */
const startBrowser = (port: number) =>
  chromium.launch({
    executablePath: ensureTools(),
    args: [
      `--remote-debugging-port=${port}`,
      "--disable-gpu",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });

/**
 * One visit of Lighthouse with what it takes for a phone: slow 4G, a processor four times slower, an empty cache.
 *
 * @throws Error when the page does not load or leads elsewhere, such as to the sign-in.
 */
export async function visit(url: string, cookie: string, stopping: AbortSignal): Promise<PageLoad> {
  const program = await installed(stopping);
  const headers = join(FOLDER, "headers.json");
  writeFileSync(headers, JSON.stringify(cookie ? { Cookie: cookie } : {}));
  const port = await freePort();
  const args = [
    url,
    "--quiet",
    "--output=json",
    "--only-categories=performance",
    `--extra-headers=${headers}`,
    `--port=${port}`,
    "--no-enable-error-reporting",
  ];
  const browser = await startBrowser(port);
  const run = { cwd: FOLDER, stopping, limit: LIMIT_MS };
  const written = await output(process.execPath, [program, ...args], run).finally(() => browser.close());
  const report = JSON.parse(written) as Report;
  if (report.runtimeError || report.finalDisplayedUrl !== url)
    throw new Error(report.runtimeError?.message ?? `${url} leads to ${report.finalDisplayedUrl}`);
  const value = (audit: string) => {
    const number = report.audits[audit]?.numericValue;
    if (number === undefined) throw new Error(`Lighthouse says nothing of ${audit}`);
    return number;
  };
  return {
    lcp: value("largest-contentful-paint"),
    tbt: value("total-blocking-time"),
    cls: value("cumulative-layout-shift"),
  };
}
