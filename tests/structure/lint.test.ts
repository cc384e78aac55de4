import { join } from "node:path";
import { ESLint } from "eslint";
import { expect, test } from "vitest";

const eslint = new ESLint({ cwd: join(import.meta.dirname, "../..") });

/** What the linter says of `text` if it stood in the file at `path`, which must exist: types come from the project. */
async function rulesBrokenBy(path: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: join(import.meta.dirname, "../..", path) });
  return result?.messages.map((message) => message.ruleId) ?? [];
}

const RULE_FILE = "lib/kernel/result.ts";
const PAGE = "app/layout.tsx";

test.each([
  [RULE_FILE, "const work = async () => {};\nwork();", "@typescript-eslint/no-floating-promises"],
  [RULE_FILE, "export const x = (y: any) => y;", "@typescript-eslint/no-explicit-any"],
  [RULE_FILE, "// @ts-ignore\nexport const x = 1;", "@typescript-eslint/ban-ts-comment"],
  [
    RULE_FILE,
    'import { Decimal } from "@/lib/kernel/decimal.ts";\nexport const x = Decimal;',
    "no-restricted-imports",
  ],
  [RULE_FILE, 'import { Decimal } from "./decimal";\nexport const x = Decimal;', "no-restricted-imports"],
  [PAGE, 'import { x } from "../(portal)/_components/x.tsx";\nexport const y = x;', "no-restricted-imports"],
  [PAGE, 'import { x } from "@/app/(portal)/_components/x";\nexport const y = x;', "no-restricted-imports"],
  [
    PAGE,
    'import { useState } from "react";\nexport const f = (x: boolean) => x && useState(1);',
    "react-hooks/rules-of-hooks",
  ],
  [RULE_FILE, "export const x = 1;\n".repeat(351), "max-lines"],
])("in %s %j breaks %s", async (path, text, rule) => {
  expect(await rulesBrokenBy(path, text)).toContain(rule);
});

test("no comment switches a rule off", async () => {
  const text = "/* eslint-disable eqeqeq */\nexport const same = (x: number, y: number) => x == y;";
  expect(await rulesBrokenBy(RULE_FILE, text)).toContain("eqeqeq");
});

test("an ancestor's private components may be used", async () => {
  const text = 'import { x } from "../../_components/x.tsx";\nexport const y = x;';
  expect(await rulesBrokenBy(PAGE, text)).not.toContain("no-restricted-imports");
});
