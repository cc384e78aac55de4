import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LIMITS } from "../../../lib/registration/attempts.ts";

const page = readFileSync(join(import.meta.dirname, "../../../docs/operador/limites.md"), "utf8");

test("the operator's page names every limit with its figures, and no other", () => {
  const rows = page.split("\n").filter((line) => line.startsWith("| `"));
  const cells = rows.map((row) =>
    row
      .split("|")
      .slice(1, 5)
      .map((cell) => cell.trim()),
  );
  const minutes = (seconds: number) => `${seconds / 60} min`;
  expect(cells).toEqual(
    Object.values(LIMITS).map(({ scope, allowed, firstWait, longestWait }) => [
      `\`${scope}\``,
      String(allowed),
      minutes(firstWait),
      minutes(longestWait),
    ]),
  );
});
