import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { join, relative, resolve } from "node:path";

/** What a running portal tells the command line. */
export interface Running {
  databaseUrl: string;
  pid: number;
  port: number;
}

const paths = (dataDir: string) => {
  const lock = join(resolve(dataDir), "empalme.sock");
  // The system allows about a hundred characters for the name of a socket.
  const fromHere = relative(process.cwd(), lock);
  return {
    lock: fromHere.length < lock.length ? fromHere : lock,
    secret: join(resolve(dataDir), "secret"),
    running: join(resolve(dataDir), "empalme.json"),
  };
};

/** A folder that only one Empalme may work on is worked on by another. */
export class DataFolderInUse extends Error {
  constructor(dataDir: string) {
    super(
      `Otro proceso de Empalme ya usa la carpeta de datos ${resolve(dataDir)}. Deténgalo o elija otra con EMPALME_DATA_DIR.`,
    );
    this.name = "DataFolderInUse";
  }
}

const answers = (lock: string) =>
  new Promise<boolean>((resolveAnswer) => {
    const socket = connect(lock);
    socket.once("connect", () => resolveAnswer(true)).once("error", () => resolveAnswer(false));
    socket.unref().once("connect", () => socket.destroy());
  });

const listen = (lock: string) =>
  new Promise<Server | null>((resolveListen, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolveListen(null) : reject(error),
    );
    server.listen(lock, () => resolveListen(server.unref()));
  });

/**
 * Makes the folder ours until `release` or our end, however that comes: a socket, unlike a file with a number in it,
 * stops answering with its process and cannot be mistaken for another one's.
 *
 * @throws DataFolderInUse when a living process has it.
 */
export async function lockDataFolder(dataDir: string): Promise<{ release(): void }> {
  mkdirSync(resolve(dataDir), { recursive: true });
  const { lock } = paths(dataDir);
  let server = await listen(lock);
  if (!server && !(await answers(lock))) {
    rmSync(lock, { force: true });
    server = await listen(lock);
  }
  if (!server) throw new DataFolderInUse(dataDir);
  const held = server;
  return { release: () => void held.close() };
}

/** What signs the session cookie when nobody configured it: made once, readable by us only. */
export function keptSecret(dataDir: string): string {
  const { secret } = paths(dataDir);
  if (!existsSync(secret)) writeFileSync(secret, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return readFileSync(secret, "utf8").trim();
}

/** Tells the command line where the database is; readable by us only, for it holds a password. */
export function announce(dataDir: string, running: Running): void {
  const file = paths(dataDir).running;
  writeFileSync(file, JSON.stringify(running), { mode: 0o600 });
  chmodSync(file, 0o600);
}

export const withdraw = (dataDir: string) => rmSync(paths(dataDir).running, { force: true });

/** What the portal that works on the folder announced; null when none does. */
export async function announced(dataDir: string): Promise<Running | null> {
  const { lock, running } = paths(dataDir);
  if (!existsSync(running) || !(await answers(lock))) return null;
  return JSON.parse(readFileSync(running, "utf8")) as Running;
}
