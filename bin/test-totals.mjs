// Plain JavaScript, like bootstrap.mjs.
import { existsSync, readFileSync } from "node:fs";

/**
 * @typedef {{ passed: number, failed: number, failures: string[] }} Totals what ran, and name and reason of each failure
 * @typedef {{ status: string, fullName: string, failureMessages: string[] }} Assertion
 * @typedef {{ name: string, message: string, assertionResults: Assertion[] }} VitestFile
 * @typedef {{ numPassedTests: number, testResults: VitestFile[] }} VitestReport
 * @typedef {{ message?: string }} PlaywrightError
 * @typedef {{ status: string, results: { errors: PlaywrightError[] }[] }} PlaywrightTest
 * @typedef {{ title: string, file: string, tests: PlaywrightTest[] }} Spec
 * @typedef {{ specs: Spec[], suites?: Suite[] }} Suite
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number }, errors: PlaywrightError[], suites: Suite[] }} PlaywrightReport
 */

/**
 * A suite that left no report, ran nothing, or ended badly without a failed test counts as one failure.
 * @param {number} passed
 * @param {string[]} failures
 * @param {boolean} clean whether the suite itself says that all went well
 * @returns {Totals}
 */
function totals(passed, failures, clean) {
  const all =
    failures.length === 0 && (!clean || passed === 0)
      ? ["the suite ended badly, without a failed test"]
      : failures;
  return { passed, failed: all.length, failures: all };
}

/**
 * A test file that fails before its first test, or holds none, counts as one failure.
 * @param {string} path
 * @param {boolean} clean
 */
export function vitestTotals(path, clean) {
  if (!existsSync(path)) return totals(0, [], false);
  const report = /** @type {VitestReport} */ (JSON.parse(readFileSync(path, "utf8")));
  const failures = report.testResults.flatMap(({ name, message, assertionResults }) =>
    assertionResults.length === 0
      ? [`${name}: ${message}`]
      : assertionResults
          .filter(({ status }) => status === "failed")
          .map(({ fullName, failureMessages }) => `${name} › ${fullName}\n${failureMessages.join("\n")}`),
  );
  return totals(report.numPassedTests, failures, clean);
}

/**
 * @param {Suite} suite
 * @returns {string[]}
 */
function unexpectedIn({ specs, suites = [] }) {
  const here = specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected")
      .map(({ results }) => `${file} › ${title}\n${messages(results.flatMap(({ errors }) => errors))}`),
  );
  return [...here, ...suites.flatMap(unexpectedIn)];
}

/** @param {PlaywrightError[]} errors */
const messages = (errors) => errors.map(({ message }) => message ?? "").join("\n");

/**
 * @param {string} path
 * @param {boolean} clean
 */
export function playwrightTotals(path, clean) {
  if (!existsSync(path)) return totals(0, [], false);
  const { stats, errors, suites } = /** @type {PlaywrightReport} */ (JSON.parse(readFileSync(path, "utf8")));
  const failures = [...suites.flatMap(unexpectedIn), ...errors.map((error) => messages([error]))];
  return totals(stats.expected + stats.flaky, failures, clean);
}
