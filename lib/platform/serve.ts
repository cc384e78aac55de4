import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { announce, keptSecret, lockDataFolder, withdraw } from "./data-folder.ts";
import { DATABASE_NAME, prepareDatabase } from "./database.ts";
import { embeddedUrl, freePort, startPostgres } from "./embedded-postgres.ts";
import { env, startEnv } from "./env.ts";
import { log, logUncaught } from "./log.ts";
import { keepRunning, startProgram } from "./supervisor.ts";

/** Its people's passwords are in the documentation: a demonstration is for the machine it runs on. */
const LOOPBACK = "127.0.0.1";

/** The settings of a start, with what nobody configured filled in. @throws Error in words for whoever runs the portal. */
function settings(environment: NodeJS.ProcessEnv) {
  const given = startEnv(environment);
  if (given.EMPALME_DEMONSTRATION && given.HOST !== LOOPBACK)
    throw new Error("La demostración tiene contraseñas conocidas y solo atiende en 127.0.0.1: quite HOST.");
  if (!existsSync(join(process.cwd(), ".next/BUILD_ID")))
    throw new Error("Falta la compilación: ejecute «npm run build», o «npm run up», que también compila.");
  return given;
}

/** @throws Error when another program listens there already: found out before anything is started. */
async function portIsFree(host: string, port: number): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once("error", reject).listen(port, host, resolve)).catch(
    () => {
      throw new Error(`El puerto ${port} está ocupado por otro programa. Elija otro: PORT=3001 npm run up`);
    },
  );
  await new Promise((closed) => probe.close(closed));
}

type Stop = () => void | Promise<void>;

async function startEmbedded(
  dataDir: string,
  started: Stop[],
  giveUp: (part: string) => void,
): Promise<string> {
  const port = await freePort();
  const postgres = await keepRunning("postgres", () => startPostgres(dataDir, port), giveUp);
  started.push(() => postgres.stop());
  return embeddedUrl(port, DATABASE_NAME);
}

/** Starts PostgreSQL (unless DATABASE_URL names one), web and worker; what it started, newest last, goes to `started`. */
async function start(
  environment: NodeJS.ProcessEnv,
  started: Stop[],
  giveUp: (part: string) => void,
): Promise<void> {
  const given = settings(environment);
  const dataDir = given.EMPALME_DATA_DIR;
  log.level = given.LOG_LEVEL;
  await portIsFree(given.HOST, given.PORT);
  const lock = await lockDataFolder(dataDir);
  started.push(() => lock.release());
  const databaseUrl = given.DATABASE_URL ?? (await startEmbedded(dataDir, started, giveUp));
  Object.assign(environment, {
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    EMPALME_SECRET: given.EMPALME_SECRET ?? keptSecret(dataDir),
    APP_URL: given.APP_URL ?? `http://localhost:${given.PORT}`,
  });
  const { EMPALME_DEMONSTRATION, PORT } = env();
  await prepareDatabase(databaseUrl);
  announce(dataDir, { databaseUrl, pid: process.pid, port: PORT });
  started.push(() => withdraw(dataDir));
  if (EMPALME_DEMONSTRATION) {
    const { prepareDemonstration } = await import("../demonstration/prepare.ts");
    await prepareDemonstration({ databaseUrl, dataDir });
  }
  for (const program of ["web", "worker"]) {
    const running = await keepRunning(program, () => startProgram(`bin/${program}.ts`, environment), giveUp);
    started.push(() => running.stop());
  }
}

const PEOPLE = [
  "cliente                 11.111.111-1",
  "cliente con generación  22.222.222-2",
  "cliente sin suministros 33.333.333-3",
  "mesa de ayuda (ODECO)   44.444.444-4",
  "administración          77.777.777-7",
];

function welcome(): void {
  const { APP_URL, EMPALME_DEMONSTRATION } = env();
  const people = `\n  Personas de demostración (contraseña notro-en-el-viento-sur):\n    ${PEOPLE.join("\n    ")}\n`;
  process.stdout.write(`\n  Empalme atiende en ${APP_URL}\n${EMPALME_DEMONSTRATION ? people : ""}\n`);
}

/**
 * Runs the portal until a signal, or the death of whoever started it; then stops all it started, newest first, and ends
 * the process.
 */
export async function serve(environment: NodeJS.ProcessEnv): Promise<void> {
  const started: Stop[] = [];
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    while (started.length) await started.pop()?.();
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));
  if (process.send) process.once("disconnect", () => void stop(0));
  logUncaught(() => void stop(1));
  const giveUp = (part: string) => {
    process.stderr.write(
      `\n  ${part} no se mantiene en pie; se detiene todo. El motivo está en las líneas de arriba.\n`,
    );
    void stop(1);
  };
  try {
    await start(environment, started, giveUp);
    welcome();
  } catch (error) {
    if (stopping) return;
    process.stderr.write(
      `\n  Empalme no arranca: ${error instanceof Error ? error.message : String(error)}\n\n`,
    );
    log.debug({ err: error }, "start failed");
    await stop(1);
  }
}
