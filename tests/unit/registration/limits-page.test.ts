import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ERROR_COPY } from "../../../lib/copy/errors.ts";
import { LIMITS } from "../../../lib/registration/attempts.ts";

const page = readFileSync(join(import.meta.dirname, "../../../docs/operador/limites.md"), "utf8");

/** The first cells of the rows whose first one is code with, or without, a slash: refusals, or limits. */
const rowsOf = (kind: "limits" | "refusals", cells: number) =>
  page
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter(([, first = ""]) => first.includes("/") === (kind === "refusals"))
    .map((row) => row.slice(1, 1 + cells));

test("the operator's page names every limit with its figures, and no other", () => {
  const minutes = (seconds: number) => `${seconds / 60} min`;
  expect(rowsOf("limits", 4)).toEqual(
    Object.values(LIMITS).map(({ scope, allowed, firstWait, longestWait }) => [
      `\`${scope}\``,
      String(allowed),
      minutes(firstWait),
      minutes(longestWait),
    ]),
  );
});

test("the operator's page says what people read at every limit, in the same words", () => {
  const said = Object.entries(ERROR_COPY).filter(([code]) => code.endsWith("/too-many-attempts"));
  expect(rowsOf("refusals", 2)).toEqual(said.map(([code, words]) => [`\`${code}\``, words]));
});

test("the operator's page lifts the waits of a network for everything that is counted by it", () => {
  const lifted = [...page.matchAll(/sha256\('([^:']+):/g)].map(([, scope]) => scope);
  const byNetwork = Object.values(LIMITS).filter(({ scope }) => scope.endsWith(" network"));
  expect(lifted).toEqual(byNetwork.map(({ scope }) => scope));
});
