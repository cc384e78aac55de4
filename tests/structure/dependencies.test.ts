import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import config from "../../.dependency-cruiser.mjs";

const ROOT = join(import.meta.dirname, "../..");

/** Files of a tree in which each rule is broken once. */
const PLANTED: Record<string, string> = {
  "tsconfig.json": `{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }`,
  "lib/kernel/period.ts": "export const period = 1;",
  "lib/platform/db.ts": `import "server-only"; export const db = 1;`,
  "lib/platform/create-db.ts": "export const createDb = 1;",
  "lib/accounts/model.ts": "export const a = 1;",
  "lib/billing/model.ts": `import "../pqr/model.ts"; export const b = 1;`,
  "lib/billing/queries.ts": "export const q = 1;",

  "lib/accounts/round.ts": `import "./trip.ts"; export const r = 1;`,
  "lib/accounts/trip.ts": `import "./round.ts"; export const t = 1;`,
  "lib/metering/looks-up.ts": `import "../../components/domain/card.tsx";`,
  "lib/kernel/leaning.ts": `import "../accounts/model.ts";`,
  "lib/jurisdiction/cl/leaning.ts": `import "../../platform/create-db.ts";`,
  "lib/metering/rule.ts": `import "node:fs";`,
  "lib/billing/framework.ts": `import "next/headers"; import "./queries.ts";`,
  "lib/accounts/queries.ts": `import "../platform/create-db.ts"; import "../billing/model.ts";`,
  "lib/registration/commands.ts": `import "../accounts/model.ts";`,
  "lib/metering/queries.ts": `import "../billing/model.ts";`,
  "lib/netbilling/commands.ts": `import "../pqr/model.ts";`,
  "lib/network/queries.ts": `import "../accounts/model.ts";`,
  "lib/pqr/model.ts": "export const p = 1;",
  "lib/pqr/queries.ts": `import "../requests/model.ts";`,
  "lib/requests/model.ts": "export const r = 1;",
  "lib/requests/queries.ts": `import "../pqr/model.ts";`,
  "lib/outages/queries.ts": `import "../accounts/model.ts";`,
  "lib/loading/publish.ts": `import "../pqr/model.ts";`,
  "components/domain/card.tsx": `import "../../lib/billing/queries.ts"; export const c = 1;`,
  "components/ui/button.tsx": `import "../domain/card.tsx";`,
  // Three files from the database, in a folder whose name is full of brackets.
  "app/(portal)/[numero]/island.tsx": `"use client"; import "./between.ts";`,
  "app/(portal)/[numero]/between.ts": `import "./farther.ts";`,
  "app/(portal)/[numero]/farther.ts": `import "@/lib/platform/db";`,
  "components/charts/history-explorer.tsx": `import "recharts"; export const e = 1;`,
  "components/charts/eager.tsx": `import "./history-explorer.tsx"; import "recharts";`,
  // What is allowed: a type leaves no trace.
  "components/ui/typed.tsx": `import type { b } from "../../lib/billing/model.ts"; export const x: typeof b = 1;`,
};

interface Cruise {
  summary: { violations: { from: string; to: string; rule: { name: string } }[] };
}

const tree = mkdtempSync(join(tmpdir(), "empalme-planted-"));
afterAll(() => rmSync(tree, { recursive: true, force: true }));
for (const [path, text] of Object.entries(PLANTED)) {
  mkdirSync(join(tree, dirname(path)), { recursive: true });
  writeFileSync(join(tree, path), text);
}
symlinkSync(join(ROOT, "node_modules"), join(tree, "node_modules"));

const { violations } = cruise();
function cruise(): Cruise["summary"] {
  const program = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
  const args = [
    "app",
    "components",
    "lib",
    "--config",
    join(ROOT, ".dependency-cruiser.mjs"),
    "--output-type",
    "json",
  ];
  const output = execFileSync(process.execPath, [program, ...args], { cwd: tree, encoding: "utf8" });
  return (JSON.parse(output) as Cruise).summary;
}

const rules = config.forbidden?.map((rule) => rule.name ?? "") ?? [];

test("there are rules", () => expect(rules.length).toBeGreaterThan(10));

test.each(rules)("%s is seen to fail", (name) => {
  expect(violations.map((violation) => violation.rule.name)).toContain(name);
});

test("an island three files away from the database is found, brackets in its path or not", () => {
  const found = violations.filter(
    ({ rule }) => rule.name === "server-only-not-reachable-from-client-islands",
  );
  expect(found.map(({ from }) => from)).toContain("app/(portal)/[numero]/island.tsx");
});

test("importing a type breaks no rule", () => {
  expect(violations.filter(({ from }) => from === "components/ui/typed.tsx")).toEqual([]);
});
