import { createHash } from "node:crypto";
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { output } from "./command.ts";

export const ROOT = resolve(import.meta.dirname, "../..");
/** Where the bench works; ignored by git and by every check. */
export const BENCH_FOLDER = join(ROOT, ".data/bench");

const BUILD_LIMIT_MS = 15 * 60_000;

/** A file of an application that is built to be measured: where it goes there, and where it comes from here. */
export interface Piece {
  to: string;
  from: string;
}

const lockFile: Piece = { to: "package-lock.json", from: "package-lock.json" };

function fingerprint(pieces: readonly Piece[], build: readonly string[]): string {
  const hash = createHash("sha256").update(JSON.stringify([process.version, build]));
  for (const { to, from } of pieces) hash.update(`\0${to}\0`).update(readFileSync(join(ROOT, from)));
  return hash.digest("hex");
}

/**
 * Builds an application of `pieces` in a folder of its own, which is returned, unless it stands there already.
 *
 * It is made a repository with its own hard-linked node_modules, as if it stood alone: Next takes the folder of the
 * outermost lock file within a repository for the root and refuses links that lead out of it, and Tailwind would read
 * every file of the project around it.
 */
export async function builtFrom(
  name: string,
  pieces: readonly Piece[],
  build: [string, ...string[]],
  stopping: AbortSignal,
): Promise<string> {
  const folder = join(BENCH_FOLDER, name);
  const stamp = join(folder, ".next/bench-sources");
  const sources = fingerprint([...pieces, lockFile], build);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return folder;
  process.stderr.write(`Compilando lo que se mide (${name}) …\n`);
  rmSync(folder, { recursive: true, force: true });
  for (const { to, from } of [...pieces, lockFile]) cpSync(join(ROOT, from), join(folder, to));
  const run = { cwd: folder, stopping, limit: BUILD_LIMIT_MS };
  await output("cp", ["-al", join(ROOT, "node_modules"), folder], run);
  await output("git", ["init", "--quiet"], run);
  const [command, ...args] = build;
  await output(command, args, run);
  writeFileSync(stamp, sources);
  return folder;
}

/** The files that git knows or would take, but for tests and the documents that no page shows: what the portal is made of. */
export async function portalPieces(stopping: AbortSignal): Promise<Piece[]> {
  const listed = await output("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    stopping,
    limit: 60_000,
  });
  const paths = [...new Set(listed.split("\0"))].filter((path) => path && existsSync(join(ROOT, path)));
  return paths
    .filter((path) => !/^(docs\/(?!operador\/)|tests\/)/.test(path))
    .sort()
    .map((path) => ({ to: path, from: path }));
}
