// Plain JavaScript without imports from npm: it runs under the machine's own Node before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "..");
const stamp = join(root, "node_modules/.empalme-lock");

/** Installs what package-lock.json says, when node_modules does not hold exactly that yet. */
export function ensureInstalled() {
  const lock = createHash("sha256").update(readFileSync(join(root, "package-lock.json"))).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.log("Instalando las dependencias (npm ci) …");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  run("npm", ["run", "-s", "generate"]);
  writeFileSync(stamp, lock);
}

/** Environment in which the Node that the lock file brings, and every installed command, come first. */
export function environment() {
  return { ...process.env, PATH: `${join(root, "node_modules/.bin")}:${process.env.PATH}` };
}

/**
 * Runs a command to its end; ends this process with its code when it fails.
 * @param {string} command
 * @param {string[]} args
 */
export function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, env: environment(), stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

/**
 * Runs a long-lived command, hands it the signals that reach us, and ends with its code. `kill` on npm does not reach
 * npm's child, so an orphaned process stops what it started, too.
 * @param {string} command
 * @param {string[]} args
 */
export function runUntilStopped(command, args) {
  const child = spawn(command, args, { cwd: root, env: environment(), stdio: "inherit" });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
    process.on(signal, () => child.kill("SIGTERM"));
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill("SIGTERM");
  }, 500).unref();
  child.on("exit", (code) => process.exit(code ?? 1));
}
