// Plain JavaScript without imports from npm: it runs under the machine's own Node before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "..");
const stamp = join(root, "node_modules/.empalme-lock");
const buildStamp = join(root, ".next/empalme-sources");

/** Whatever a build reads. */
const SOURCES = [
  "app",
  "bin/document-thread.ts",
  "components",
  "lib",
  "prisma",
  "public",
  "proxy.ts",
  "instrumentation.ts",
].concat([
  "next.config.ts",
  "postcss.config.mjs",
  "prisma.config.ts",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
]);

// Read before anything takes long: whoever started us may be gone by the time we look for them.
const parent = process.ppid;

/** Installs what package-lock.json says, when node_modules does not hold exactly that yet. */
export function ensureInstalled() {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.log("Instalando las dependencias (npm ci) …");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  run("npm", ["run", "-s", "generate"]);
  writeFileSync(stamp, lock);
}

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  if (!existsSync(join(root, path))) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  const names = readdirSync(join(root, path)).filter((name) => name !== "generated");
  return names.flatMap((name) => filesUnder(`${path}/${name}`));
}

/** Builds when the sources are not those of the build that stands. */
export function ensureBuilt() {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap(filesUnder).sort())
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  const sources = hash.digest("hex");
  if (existsSync(buildStamp) && readFileSync(buildStamp, "utf8") === sources) return;
  console.log("Compilando el portal (next build) …");
  run("npm", ["run", "-s", "build"]);
  writeFileSync(buildStamp, sources);
}

/** Environment in which the Node that the lock file brings, and every installed command, come first; nothing phones home. */
export function environment() {
  return {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: "1",
    PATH: `${join(root, "node_modules/.bin")}:${process.env.PATH}`,
  };
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
 * npm's child, so an orphaned process stops what it started, too; and when we are killed outright, the channel to the
 * command closes and tells it.
 * @param {string} command
 * @param {string[]} args
 */
export function runUntilStopped(command, args) {
  if (process.ppid !== parent) process.exit(1);
  const child = spawn(command, args, {
    cwd: root,
    env: environment(),
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
    process.on(signal, () => child.kill("SIGTERM"));
  setInterval(() => {
    if (process.ppid !== parent) child.kill("SIGTERM");
  }, 500).unref();
  child.on("exit", (code) => process.exit(code ?? 1));
}
