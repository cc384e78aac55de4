/** `npm run check`: types, lint, dependency rules, unit and structure tests; under a minute. */
import { ensureInstalled } from "./bootstrap.mjs";
import { runTogether, STATIC_CHECKS } from "./steps.mjs";

ensureInstalled();
const projects = ["unit*", "structure"].flatMap((name) => ["--project", name]);
const failed = await runTogether([
  ...STATIC_CHECKS,
  {
    name: "unit and structure tests",
    command: "vitest",
    args: ["run", "--silent=passed-only", "--reporter=dot", "--no-color", ...projects],
  },
]);
process.exit(failed ? 1 : 0);
