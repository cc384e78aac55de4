// Plain JavaScript, like bootstrap.mjs.
import { spawn } from "node:child_process";
import { environment, root } from "./bootstrap.mjs";

/** @typedef {{ name: string, command: string, args: string[] }} Step */

/** What needs no database and no browser to be checked. @type {Step[]} */
export const STATIC_CHECKS = [
  { name: "types", command: "npm", args: ["run", "-s", "typecheck"] },
  { name: "lint", command: "eslint", args: [".", "--max-warnings=0"] },
  {
    name: "dependencies",
    command: "depcruise",
    args: ["app", "bin", "components", "lib", "tests", "--config", ".dependency-cruiser.mjs"],
  },
  { name: "format", command: "prettier", args: ["--check", "."] },
];

/**
 * Runs steps side by side; prints a line for each as it ends, and what it said only when it failed.
 * @param {Step[]} steps
 * @returns {Promise<number>} how many failed
 */
export async function runTogether(steps) {
  const outcomes = await Promise.all(steps.map(runStep));
  return outcomes.filter((passed) => !passed).length;
}

/**
 * @param {Step} step
 * @returns {Promise<boolean>}
 */
function runStep({ name, command, args }) {
  const began = performance.now();
  const child = spawn(command, args, { cwd: root, env: environment(), stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => (said += text));
  return new Promise((resolve) => {
    child.on("error", (error) => (said += error.message));
    child.on("close", (code) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(`${code === 0 ? "✓" : "✗"} ${name} ${seconds} s`);
      if (code !== 0) console.log(said);
      resolve(code === 0);
    });
  });
}
