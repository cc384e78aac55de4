// Plain JavaScript, like bootstrap.mjs.
import { existsSync, readFileSync } from "node:fs";

/**
 * @typedef {{ passed: number, failed: number }} Totals
 * @typedef {{ numPassedTests: number, testResults: { assertionResults: { status: string }[] }[] }} VitestReport
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number }, errors: unknown[] }} PlaywrightReport
 */

/**
 * A suite that left no report, ran nothing, or ended badly without a failed test counts as one failure.
 * @param {Totals} totals
 * @param {boolean} clean whether the suite itself says that all went well
 * @returns {Totals}
 */
function withCrash({ passed, failed }, clean) {
  return { passed, failed: failed === 0 && (!clean || passed === 0) ? 1 : failed };
}

/**
 * A test file that fails before its first test, or holds none, counts as one failure.
 * @param {string} path
 * @param {boolean} clean
 */
export function vitestTotals(path, clean) {
  if (!existsSync(path)) return withCrash({ passed: 0, failed: 0 }, false);
  const report = /** @type {VitestReport} */ (JSON.parse(readFileSync(path, "utf8")));
  const failed = report.testResults.reduce((sum, { assertionResults }) => {
    const failures = assertionResults.filter(({ status }) => status === "failed").length;
    return sum + (assertionResults.length === 0 ? 1 : failures);
  }, 0);
  return withCrash({ passed: report.numPassedTests, failed }, clean);
}

/**
 * @param {string} path
 * @param {boolean} clean
 */
export function playwrightTotals(path, clean) {
  if (!existsSync(path)) return withCrash({ passed: 0, failed: 0 }, false);
  const { stats, errors } = /** @type {PlaywrightReport} */ (JSON.parse(readFileSync(path, "utf8")));
  return withCrash({ passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length }, clean);
}
