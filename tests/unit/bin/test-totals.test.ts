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

const file = (...statuses: string[]) => ({
  name: "sumas.test.ts",
  message: "no arranca",
  assertionResults: statuses.map((status) => ({
    status,
    fullName: "suma bien",
    failureMessages: ["1 no es 2"],
  })),
});
const vitest = (numPassedTests: number, ...testResults: object[]) => ({ numPassedTests, testResults });

test.each([
  ["all well", vitest(2, file("passed", "passed")), true, [2, 0]],
  ["one failed", vitest(1, file("passed", "failed")), false, [1, 1]],
  ["a file that fell before its first test", vitest(1, file("passed"), file()), false, [1, 1]],
  ["no tests at all", vitest(0), true, [0, 1]],
  ["ended badly without a failed test", vitest(2, file("passed", "passed")), false, [2, 1]],
])("vitest: %s", (_what, content, clean, [passed, failed]) => {
  expect(vitestTotals(report(content), clean)).toMatchObject({ passed, failed });
});

const spec = (status: string) => ({
  file: "paginas.spec.ts",
  title: "se ve",
  tests: [{ status, results: [{ errors: [{ message: "no se ve" }] }] }],
});
const playwright = (expected: number, statuses: string[], errors: object[] = []) => ({
  stats: { expected, unexpected: statuses.length, flaky: 0 },
  errors,
  suites: [{ specs: [], suites: [{ specs: statuses.map(spec) }] }],
});

test.each([
  ["all well", playwright(3, []), true, [3, 0]],
  ["one failed", playwright(2, ["unexpected"]), false, [2, 1]],
  ["the portal did not start", playwright(0, [], [{ message: "no arranca" }]), false, [0, 1]],
])("playwright: %s", (_what, content, clean, [passed, failed]) => {
  expect(playwrightTotals(report(content), clean)).toMatchObject({ passed, failed });
});

test("every failure says where and why", () => {
  expect(vitestTotals(report(vitest(1, file("failed", "passed"), file())), false).failures).toEqual([
    "sumas.test.ts › suma bien\n1 no es 2",
    "sumas.test.ts: no arranca",
  ]);
  expect(playwrightTotals(report(playwright(0, ["unexpected"])), false).failures).toEqual([
    "paginas.spec.ts › se ve\nno se ve",
  ]);
});

test("a suite that left no report has failed", () => {
  expect(vitestTotals(join(folder, "none.json"), true)).toMatchObject({ passed: 0, failed: 1 });
  expect(playwrightTotals(join(folder, "none.json"), true)).toMatchObject({ passed: 0, failed: 1 });
});
