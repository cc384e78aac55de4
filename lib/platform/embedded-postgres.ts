import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { postgresCluster, postgresPrograms, SUPERUSER } from "./postgres-cluster.ts";
import { runningChild, type Running } from "./running.ts";

const READY = "database system is ready to accept connections";
const SETTINGS = [
  "timezone=UTC",
  "lc_messages=C",
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  // A statement that fails stays out of the log: its values are people's.
  "log_min_error_statement=panic",
  "log_error_verbosity=terse",
];

export interface EmbeddedPostgres extends Running {
  url(database: string): string;
}

/** Connection string of a database of the embedded server. */
export function embeddedUrl(port: number, database: string): string {
  return `postgresql://${SUPERUSER.name}:${SUPERUSER.password}@127.0.0.1:${port}/${database}`;
}

/** A port of the loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((listening) => probe.once("listening", listening));
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}

function commandLine(pid: number): string {
  if (existsSync("/proc/self")) {
    const file = `/proc/${pid}/cmdline`;
    return existsSync(file) ? readFileSync(file, "utf8").replaceAll("\0", " ") : "";
  }
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout;
}

/**
 * Ends the PostgreSQL that a killed supervisor left at work on `folder`, and forgets a postmaster.pid whose number
 * belongs to another process by now.
 */
async function clearAway(folder: string): Promise<void> {
  const file = join(folder, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n", 1)[0]);
  const isOurs = () => commandLine(pid).includes(folder);
  for (let tries = 0; isOurs(); tries++) {
    if (tries === 300)
      throw new Error(`PostgreSQL (proceso ${pid}) no termina; deténgalo y vuelva a intentarlo.`);
    if (tries % 100 === 0) process.kill(pid, tries === 0 ? "SIGINT" : "SIGQUIT");
    await wait(100);
  }
  rmSync(file, { force: true });
}

/**
 * Starts the PostgreSQL that npm brought, with its data in `<dataDir>/postgres`, on the loopback; resolves when it
 * answers. In a session of its own: Ctrl-C reaches who started it, who stops it last.
 *
 * @throws Error with what PostgreSQL said, when it ends before it answers.
 */
export async function startPostgres(dataDir: string, onPort?: number): Promise<EmbeddedPostgres> {
  mkdirSync(resolve(dataDir), { recursive: true });
  if (process.getuid?.() === 0) chmodSync(resolve(dataDir), 0o755);
  const programs = await postgresPrograms();
  const folder = postgresCluster(resolve(dataDir), programs);
  await clearAway(folder);
  const port = onPort ?? (await freePort());
  const args = ["-D", folder, "-p", String(port), ...SETTINGS.flatMap((setting) => ["-c", setting])];
  const child = spawn(programs.postgres, args, {
    ...programs.runAs,
    cwd: folder,
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const running = runningChild(child, "SIGINT");
  const endWithUs = () => child.kill("SIGINT");
  process.once("exit", endWithUs);
  void running.exited.then(() => process.off("exit", endWithUs));

  let said = "";
  const ready = new Promise<void>((resolveReady) => {
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-4000);
      if (said.includes(READY)) resolveReady();
    });
  });
  const ended = running.exited.then((why) => {
    throw new Error(`PostgreSQL no arrancó (${why}): ${said.trim()}`);
  });
  ended.catch(() => {});
  await Promise.race([ready, ended]);
  return { ...running, url: (database) => embeddedUrl(port, database) };
}
