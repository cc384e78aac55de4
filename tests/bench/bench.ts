/** `node tests/bench/bench.ts [measure …] [--write] [--verbose]`: a line a measure, `name ratio goal ok` or `… short`. */
import { relative } from "node:path";
import { parseArgs } from "node:util";
import { lockDataFolder } from "../../lib/platform/data-folder.ts";
import type { Portal } from "../support/portal.ts";
import { billPdf } from "./bill-pdf.ts";
import { calculatorPage } from "./calculator-page.ts";
import { deadlineEvaluations } from "./deadline-evaluations.ts";
import { dteIntake } from "./dte-intake.ts";
import { firstLoadJs } from "./first-load-js.ts";
import { historyCls, historyLcp, historyTbt } from "./history-load.ts";
import { historyGrowth, historyPage } from "./history-page.ts";
import { historyWire } from "./history-wire.ts";
import { limiterRoundTrip } from "./limiter.ts";
import { loadAgain } from "./load-again.ts";
import { loadFirst, loadPgloader } from "./load-first.ts";
import { loadMemory } from "./load-memory.ts";
import { startLoadServer, type LoadServer } from "./load-server.ts";
import { loadStaging } from "./load-staging.ts";
import type { Bench, Measure } from "./measure.ts";
import { startMeasuredPortal } from "./measured-portal.ts";
import { networkGrowth, networkMemory } from "./network-load.ts";
import {
  networkAsset,
  networkOgc,
  networkSearch,
  networkSearchCommon,
  networkSuggestions,
} from "./network-pages.ts";
import { pdfMemory } from "./pdf-memory.ts";
import { record } from "./record.ts";
import { signInHistory, signInRate } from "./sign-ins.ts";
import { BENCH_FOLDER } from "./workspace.ts";

const MEASURES: readonly Measure[] = [
  loadStaging,
  loadFirst,
  loadPgloader,
  loadAgain,
  loadMemory,
  dteIntake,
  billPdf,
  pdfMemory,
  historyPage,
  historyGrowth,
  historyWire,
  historyLcp,
  historyTbt,
  historyCls,
  firstLoadJs,
  signInRate,
  signInHistory,
  limiterRoundTrip,
  networkGrowth,
  networkMemory,
  networkSearch,
  networkSearchCommon,
  networkSuggestions,
  networkAsset,
  networkOgc,
  deadlineEvaluations,
  calculatorPage,
];

const { values: asked, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { write: { type: "boolean" }, verbose: { type: "boolean" } },
});
const chosen = MEASURES.filter(({ name }) => names.length === 0 || names.includes(name));
const unknown = names.filter((name) => !MEASURES.some((measure) => measure.name === name));

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop.abort());
if (process.send) process.once("disconnect", () => stop.abort());

let portal: Promise<Portal> | undefined;
let server: Promise<LoadServer> | undefined;
const bench: Bench = {
  portal: () => (portal ??= startMeasuredPortal(stop.signal)),
  server: () => (server ??= startLoadServer()),
  stopping: stop.signal,
};

async function take(measure: Measure): Promise<boolean> {
  try {
    const outcome = await measure.take(bench);
    const { name, goal } = measure;
    const verdict = outcome.ratio <= goal ? "ok" : "short";
    process.stdout.write(`${name} ${outcome.ratio.toFixed(2)} ${goal.toFixed(2)} ${verdict}\n`);
    if (asked.verbose)
      for (const line of [outcome.sides, ...outcome.details]) process.stderr.write(`  ${line}\n`);
    if (asked.write) await record(measure, outcome);
    return true;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${measure.name} no se pudo medir: ${why}\n`);
    return false;
  }
}

async function takeAll(): Promise<boolean> {
  let taken = true;
  for (const measure of chosen) if (!stop.signal.aborted) taken = (await take(measure)) && taken;
  for (const started of [portal, server]) await (await started?.catch(() => undefined))?.stop();
  return taken && !stop.signal.aborted;
}

if (unknown.length > 0 || process.platform !== "linux") {
  const known = MEASURES.map(({ name }) => name).join(", ");
  process.stderr.write(
    unknown.length > 0 ? `Medidas conocidas: ${known}\n` : "Las medidas necesitan Linux.\n",
  );
  process.exit(2);
}
// Two at once would measure each other.
const lock = await lockDataFolder(relative(process.cwd(), BENCH_FOLDER));
const taken = await takeAll();
lock.release();
process.exit(taken ? 0 : 1);
