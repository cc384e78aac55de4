import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { resourceNamed } from "../../lib/loading/format/resources.ts";
import type { SoundCharges } from "./billing-export.ts";
import { output } from "./command.ts";
import { rowsOf } from "./load-server.ts";
import { BENCH_FOLDER, ROOT } from "./workspace.ts";

const STEP_LIMIT_MS = 5 * 60_000;
const PACKAGES = {
  psql: "postgresql-client",
  pgloader: "pgloader",
  xmllint: "libxml2-utils",
  pdftotext: "poppler-utils",
};
export type Peer = keyof typeof PACKAGES;

const stands = (program: string) =>
  spawnSync(program, ["--version"], { stdio: "ignore" }).error === undefined;

/** Finds a peer, or installs it from Debian where it may. @throws Error that says in one line what to install */
export function ensurePeer(program: Peer): void {
  if (stands(program)) return;
  const name = PACKAGES[program];
  if (process.getuid?.() === 0 && stands("apt-get")) {
    process.stderr.write(`Instalando ${name} …\n`);
    const options = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
    spawnSync("apt-get", ["update", "-qq"], options);
    spawnSync("apt-get", ["install", "-qq", "-y", "--no-install-recommends", name], options);
  }
  if (!stands(program)) throw new Error(`falta instalar ${name} (en Debian: apt-get install ${name})`);
}

/** Seconds that a program takes from its start to its end, and what it wrote. */
export async function timed(program: string, args: string[], stopping: AbortSignal) {
  const began = performance.now();
  const said = await output(program, args, { cwd: ROOT, stopping, limit: STEP_LIMIT_MS });
  return { seconds: (performance.now() - began) / 1000, said };
}

const charges = resourceNamed("cargos");
const columns = charges.columns.map(({ name, type }) => `${name} ${type.sql}`).join(", ");
/** The peers' table of charges: one row a line, of the types that staging has. */
export const CHARGES = {
  bare: `CREATE UNLOGGED TABLE cargos (${columns})`,
  keyed: `CREATE TABLE cargos (${columns}, PRIMARY KEY (${charges.key.join(", ")}))`,
};

/** Seconds of `psql \copy` of the file into a new table of charges. @throws Error when a row is missing */
export async function copied(
  url: string,
  table: string,
  { path, rows }: SoundCharges,
  stopping: AbortSignal,
) {
  ensurePeer("psql");
  await rowsOf(url, `DROP TABLE IF EXISTS cargos`);
  await rowsOf(url, table);
  const copy = `\\copy cargos FROM '${join(path, "cargos.csv")}' WITH (FORMAT csv, HEADER)`;
  const { seconds } = await timed(
    "psql",
    ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", url, "-c", copy],
    stopping,
  );
  await holdsEveryRow(url, rows);
  return seconds;
}

/** Seconds of pgloader for the same. @throws Error when a row is missing */
export async function pgloaded(
  url: string,
  table: string,
  { path, rows }: SoundCharges,
  stopping: AbortSignal,
) {
  ensurePeer("pgloader");
  await rowsOf(url, `DROP TABLE IF EXISTS cargos`);
  await rowsOf(url, table);
  const names = charges.columns.map(({ name }) => name).join(", ");
  const command = join(BENCH_FOLDER, "charges.load");
  writeFileSync(
    command,
    `LOAD CSV FROM '${join(path, "cargos.csv")}' (${charges.columns.map(({ name }) => `${name} [null if blanks]`).join(", ")})
     INTO ${url}?tablename=cargos TARGET COLUMNS (${names})
     WITH skip header = 1, fields optionally enclosed by '"', fields escaped by double-quote, fields terminated by ',';\n`,
  );
  const { seconds } = await timed("pgloader", ["--quiet", command], stopping);
  await holdsEveryRow(url, rows);
  return seconds;
}

async function holdsEveryRow(url: string, rows: number) {
  const [found] = await rowsOf<{ rows: number }>(url, "SELECT count(*)::integer AS rows FROM cargos");
  if (found?.rows !== rows) throw new Error(`the peer took ${found?.rows} of ${rows} rows`);
}
