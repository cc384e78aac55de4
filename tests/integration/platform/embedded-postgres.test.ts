import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { DataFolderInUse, lockDataFolder } from "../../../lib/platform/data-folder.ts";
import { openDatabase } from "../../../lib/platform/database.ts";
import { startPostgres } from "../../../lib/platform/embedded-postgres.ts";
import { execute } from "../../support/postgres.ts";

let folder: string;
beforeAll(async () => {
  vi.stubEnv("DATABASE_URL", undefined);
  folder = await mkdtemp(join(tmpdir(), "empalme-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

vi.setConfig({ testTimeout: 90_000 });

const pidFile = () => join(folder, "postgres/postmaster.pid");
/** A process that has ended but that nobody has asked after stays in the list as Z. */
const alive = (pid: number) =>
  existsSync(`/proc/${pid}/stat`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));

/** A program of ours that uses the folder until it is killed. */
async function holder(program: string) {
  const file = join(folder, "holder.mts");
  writeFileSync(file, program.replaceAll("LIB", join(import.meta.dirname, "../../../lib/platform")));
  const child = fork(file, { execArgv: [] });
  await once(child, "message");
  return {
    async kill() {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

test("a PostgreSQL that a killed supervisor left at work is ended, and its data stand", async () => {
  const first = await holder(`import { startPostgres } from "LIB/embedded-postgres.ts";
    const server = await startPostgres(${JSON.stringify(folder)});
    process.send("ready");`);
  await first.kill();
  const orphan = Number(readFileSync(pidFile(), "utf8").split("\n")[0]);
  expect(alive(orphan)).toBe(true);

  const second = await startPostgres(folder);
  expect(alive(orphan)).toBe(false);
  await execute(second.url("postgres"), ["CREATE TABLE kept AS SELECT 1"]);
  await second.stop();
});

test("a number in postmaster.pid that is another process's by now does no harm to either", async () => {
  writeFileSync(pidFile(), `${process.pid}\n`);
  const server = await startPostgres(folder);
  await execute(server.url("postgres"), ["SELECT * FROM kept"]);
  await server.stop();
});

test("one process at a time works on a folder; a killed one leaves it free", async () => {
  const first = await holder(`import { lockDataFolder } from "LIB/data-folder.ts";
    await lockDataFolder(${JSON.stringify(folder)});
    setInterval(() => {}, 1000);
    process.send("ready");`);
  await expect(lockDataFolder(folder)).rejects.toThrow(DataFolderInUse);
  await expect(openDatabase(folder)).rejects.toThrow("Otro proceso de Empalme ya usa la carpeta");
  await first.kill();
  (await lockDataFolder(folder)).release();
});

test("a command brings its own database when nothing runs, and leaves nothing behind", async () => {
  const { url, stop } = await openDatabase(folder);
  await execute(url, ["SELECT count(*) FROM portal_user"]);
  await stop();
  await expect(execute(url, ["SELECT 1"])).rejects.toThrow("ECONNREFUSED");
});
