import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { playwrightTotals, vitestTotals } from "../../../bin/test-totals.mjs";

const folder = mkdtempSync(join(tmpdir(), "empalme-totals-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content: object): string {
  const path = join(folder, "report.json");
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const file = (...statuses: string[]) => ({ assertionResults: statuses.map((status) => ({ status })) });
const vitest = (numPassedTests: number, ...testResults: object[]) => ({ numPassedTests, testResults });

test.each([
  ["all well", vitest(2, file("passed", "passed")), true, [2, 0]],
  ["one failed", vitest(1, file("passed", "failed")), false, [1, 1]],
  ["a file that fell before its first test", vitest(1, file("passed"), file()), false, [1, 1]],
  ["no tests at all", vitest(0), true, [0, 1]],
  ["ended badly without a failed test", vitest(2, file("passed", "passed")), false, [2, 1]],
])("vitest: %s", (_what, content, clean, [passed, failed]) => {
  expect(vitestTotals(report(content), clean)).toEqual({ passed, failed });
});

test.each([
  ["all well", { stats: { expected: 3, unexpected: 0, flaky: 0 }, errors: [] }, true, [3, 0]],
  ["one failed", { stats: { expected: 2, unexpected: 1, flaky: 0 }, errors: [] }, false, [2, 1]],
  [
    "the portal did not start",
    { stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: [{}] },
    false,
    [0, 1],
  ],
])("playwright: %s", (_what, content, clean, [passed, failed]) => {
  expect(playwrightTotals(report(content), clean)).toEqual({ passed, failed });
});

test("a suite that left no report has failed", () => {
  expect(vitestTotals(join(folder, "none.json"), true)).toEqual({ passed: 0, failed: 1 });
  expect(playwrightTotals(join(folder, "none.json"), true)).toEqual({ passed: 0, failed: 1 });
});
