/** `npm test`: from a bare clone to `N passed, N failed`. */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, environment, root } from "./bootstrap.mjs";
import { runTogether, STATIC_CHECKS } from "./steps.mjs";
import { playwrightTotals, vitestTotals } from "./test-totals.mjs";
import { ensureTools } from "./test-tools.mjs";

const MINUTE = 60_000;
const totals = { passed: 0, failed: 0 };
/** @type {string[]} */
const failures = [];

// Whatever ends this process, its end names what failed and its last line says how it went; ending before the end is a failure, too.
process.on("exit", (code) => {
  for (const failure of failures) console.log(`\n✗ ${failure}`);
  if (code !== 0 && totals.failed === 0) totals.failed = 1;
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
});

/**
 * Runs a suite that writes its results to `report`, and adds them up.
 * @param {string} command
 * @param {string[]} args
 * @param {string} report
 * @param {(report: string, clean: boolean) => import("./test-totals.mjs").Totals} read
 */
function runSuite(command, args, report, read) {
  const path = join(root, "test-results", report);
  rmSync(path, { force: true });
  const { status } = spawnSync(command, args, {
    cwd: root,
    env: environment(),
    stdio: "inherit",
    timeout: 15 * MINUTE,
  });
  const ran = read(path, status === 0);
  totals.passed += ran.passed;
  totals.failed += ran.failed;
  failures.push(...ran.failures.map((failure) => `${command}: ${failure}`));
}

ensureInstalled();
process.env["CHROMIUM"] = ensureTools();
mkdirSync(join(root, "test-results"), { recursive: true });

totals.failed += await runTogether(STATIC_CHECKS);
runSuite(
  "vitest",
  [
    "run",
    "--silent=passed-only",
    "--reporter=default",
    "--reporter=json",
    "--outputFile.json=test-results/vitest.json",
  ],
  "vitest.json",
  vitestTotals,
);
ensureBuilt();
runSuite("playwright", ["test"], "playwright.json", playwrightTotals);
process.exit(totals.failed ? 1 : 0);
