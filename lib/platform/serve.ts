import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { jurisdictionOf } from "../jurisdiction/jurisdictions.ts";
import { now } from "./clock.ts";
import { announce, keptSecret, lockDataFolder, withdraw } from "./data-folder.ts";
import { embeddedDatabaseName, prepareDatabase } from "./database.ts";
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
  { EMPALME_DATA_DIR: dataDir, EMPALME_DEMO }: { EMPALME_DATA_DIR: string; EMPALME_DEMO: "cl" | "co" },
  started: Stop[],
  giveUp: (part: string) => void,
): Promise<string> {
  const port = await freePort();
  const postgres = await keepRunning("postgres", () => startPostgres(dataDir, port), giveUp);
  started.push(() => postgres.stop());
  return embeddedUrl(port, embeddedDatabaseName(EMPALME_DEMO));
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
  const databaseUrl = given.DATABASE_URL ?? (await startEmbedded(given, started, giveUp));
  Object.assign(environment, {
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    EMPALME_SECRET: given.EMPALME_SECRET ?? keptSecret(dataDir),
    APP_URL: given.APP_URL ?? `http://localhost:${given.PORT}`,
  });
  const { EMPALME_DEMONSTRATION, EMPALME_DEMO, PORT } = env();
  await prepareDatabase(databaseUrl);
  announce(dataDir, { databaseUrl, pid: process.pid, port: PORT });
  started.push(() => withdraw(dataDir));
  if (EMPALME_DEMONSTRATION) {
    const { prepareDemonstration } = await import("../demonstration/prepare.ts");
    await prepareDemonstration({ databaseUrl, dataDir, country: EMPALME_DEMO, now });
  }
  for (const program of ["web", "worker"]) {
    const running = await keepRunning(program, () => startProgram(`bin/${program}.ts`, environment), giveUp);
    started.push(() => running.stop());
  }
}

/** Who can sign in to the demonstration, with the document and the words of its country. */
async function demonstrationPeople(): Promise<string> {
  const { demonstrationCompany } = await import("../demonstration/companies.ts");
  const { DEMONSTRATION_PASSWORD } = await import("../demonstration/people.ts");
  const { country, people } = demonstrationCompany(env().EMPALME_DEMO);
  const { documentName, formatDocument } = jurisdictionOf(country);
  const width = Math.max(...people.map(({ role }) => role.length));
  const lines = people.map(
    ({ role, identityNumber }) =>
      `    ${role.padEnd(width)} ${documentName} ${formatDocument(identityNumber)}\n`,
  );
  const list = `\n  Personas de demostración (contraseña ${DEMONSTRATION_PASSWORD}):\n${lines.join("")}`;
  const supply = people.find(({ toLink }) => toLink !== undefined)?.toLink;
  return supply === undefined ? list : `${list}${await supplyToLink(supply)}`;
}

/** What stands on a bill with which a supply can be linked. */
async function supplyToLink(supply: string): Promise<string> {
  const { printedBill } = await import("../demonstration/printed-bill.ts");
  const bill = await printedBill(env().DATABASE_URL, supply);
  if (!bill) return "";
  const { meter, period, total } = bill;
  return `\n  Para vincular: suministro ${supply}, medidor ${meter}, total de ${period}: ${total}\n`;
}

async function welcome(): Promise<void> {
  const { APP_URL, EMPALME_DEMONSTRATION } = env();
  const people = EMPALME_DEMONSTRATION ? await demonstrationPeople() : "";
  process.stdout.write(`\n  Empalme atiende en ${APP_URL}\n${people}\n`);
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
    await welcome();
  } catch (error) {
    if (stopping) return;
    process.stderr.write(
      `\n  Empalme no arranca: ${error instanceof Error ? error.message : String(error)}\n\n`,
    );
    log.debug({ err: error }, "start failed");
    await stop(1);
  }
}
