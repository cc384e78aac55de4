import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ESLint } from "eslint";
import { afterAll, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

const LONG = Array.from({ length: 351 }, (_, line) => `export const x${line} = ${line};`).join("\n");
const NESTED = `${"if (x) { ".repeat(4)}x();${" }".repeat(4)}`;

/** One file for each way of breaking a rule. */
const PLANTED: [rule: string, path: string, text: string][] = [
  ["@typescript-eslint/no-floating-promises", "lib/a/floating.ts", "const work = async () => {};\nwork();"],
  ["@typescript-eslint/no-explicit-any", "lib/a/any.ts", "export const x = (y: any) => y as string;"],
  ["@typescript-eslint/ban-ts-comment", "lib/a/ignored.ts", "// @ts-ignore\nexport const x = 1;"],
  [
    "@typescript-eslint/consistent-type-imports",
    "lib/a/types.ts",
    'import { A } from "./a.ts";\nexport const a: A = 1;',
  ],
  ["no-restricted-imports", "lib/a/alias.ts", 'import { a } from "@/lib/a/a.ts";\nexport const x = a;'],
  ["no-restricted-imports", "lib/a/ending.ts", 'import { a } from "./a";\nexport const x = a;'],
  [
    "no-restricted-imports",
    "app/b/other.tsx",
    'import { x } from "../(c)/_components/x";\nexport const y = x;',
  ],
  [
    "no-restricted-imports",
    "app/b/alias.tsx",
    'import { x } from "@/app/(c)/_components/x";\nexport const y = x;',
  ],
  [
    "react-hooks/rules-of-hooks",
    "app/b/hook.tsx",
    'import { useState } from "react";\nexport const A = (x: boolean) => x && useState(1);',
  ],
  ["max-lines", "lib/a/long.ts", LONG],
  ["max-depth", "lib/a/deep.ts", `export function f(x: (() => void) | null) { ${NESTED} }`],
  [
    "eqeqeq",
    "lib/a/off.ts",
    "/* eslint-disable eqeqeq */\nexport const f = (x: number, y: number) => x == y;",
  ],
];
const ANCESTORS = "app/b/[c]/ancestor.tsx";

const tree = mkdtempSync(join(tmpdir(), "empalme-lint-"));
afterAll(() => rmSync(tree, { recursive: true, force: true }));
function write(path: string, text: string) {
  mkdirSync(join(tree, dirname(path)), { recursive: true });
  writeFileSync(join(tree, path), text);
}
symlinkSync(join(ROOT, "node_modules"), join(tree, "node_modules"));
write(
  "tsconfig.json",
  '{ "compilerOptions": { "strict": true, "jsx": "react-jsx", "module": "esnext", "types": [] } }',
);
write("lib/a/a.ts", "export type A = number;\nexport const a: A = 1;");
write(ANCESTORS, 'import { x } from "../../_components/x";\nexport const y = x;');
for (const [, path, text] of PLANTED) write(path, text);

const eslint = new ESLint({
  cwd: tree,
  overrideConfigFile: join(ROOT, "eslint.config.mjs"),
  overrideConfig: { languageOptions: { parserOptions: { tsconfigRootDir: tree } } },
});
const results = await eslint.lintFiles(["lib", "app"]);
const brokenIn = (path: string) =>
  results.find(({ filePath }) => filePath === join(tree, path))?.messages.map(({ ruleId }) => ruleId);

test.each(PLANTED)("%s is seen to fail in %s", (rule, path) => {
  expect(brokenIn(path)).toContain(rule);
});

test("an ancestor's private components may be used", () => {
  expect(brokenIn(ANCESTORS)).toBeDefined();
  expect(brokenIn(ANCESTORS)).not.toContain("no-restricted-imports");
});
