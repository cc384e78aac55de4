/** The administrator's command line. Ends with 0: done; 1: refused, or with rows rejected; 2: wrong usage. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { DEADLINES_HELP, deadlinesOf, lawForCommand } from "./deadlines.ts";
import { demonstrationPackage } from "../lib/demonstration/companies.ts";
import { civilDateAt } from "../lib/kernel/civil-date.ts";
import { loadPackage } from "../lib/loading/commands.ts";
import { loadContext } from "../lib/loading/context.ts";
import type { LoadProgress } from "../lib/loading/model.ts";
import { rejectedRows, reportText } from "../lib/loading/report.ts";
import { templatePackage } from "../lib/loading/package/template.ts";
import { writePackage } from "../lib/loading/package/write-package.ts";
import { openDatabase } from "../lib/platform/database.ts";
import { companyProfile } from "../lib/platform/profile.ts";

const HELP = `Uso: npm run empalme -- <orden> [opciones]

Órdenes:
  load <carpeta o zip>   carga un paquete del sistema de facturación
  template <carpeta>     escribe un paquete de muestra, vacío o el de la demostración
  deadlines <casos.json> calcula los plazos legales de una lista de casos

Cada orden explica sus opciones con --help.
La base de datos es la de DATABASE_URL; si no, la del portal en marcha o la de EMPALME_DATA_DIR (.data).
`;

const LOAD_HELP = `Uso: npm run empalme -- load <carpeta o zip> [--dry-run] [--json] [--rejected filas.csv]

Carga un paquete: comprueba cada fila, publica las correctas en una sola transacción y nombra las rechazadas.
Cargar dos veces lo mismo no cambia nada. El formato está en docs/operador/formato-de-carga.md.

  --dry-run   comprueba todo e informa, sin publicar nada
  --json      informa en JSON
  --rejected <archivo.csv>   escribe ahí todas las filas rechazadas, con su motivo y qué hacer
  --help      muestra esta ayuda

Termina con 0 si se publicó todo, 1 si se rechazó el paquete o alguna fila, 2 si la orden está mal escrita.
`;

const TEMPLATE_HELP = `Uso: npm run empalme -- template <carpeta> [--demo]

Escribe en una carpeta nueva un paquete de carga: todos los recursos con sus encabezados y sin filas, y un
datapackage.json con sus esquemas (Table Schema). El formato está en docs/operador/formato-de-carga.md.

  --demo      el paquete de la empresa de demostración, lleno
  --help      muestra esta ayuda
`;

/** A command that was given wrongly; the message says how. */
class UsageError extends Error {}

async function load(args: string[]): Promise<number> {
  const { values, positionals } = parse(args);
  if (values.help) return print(LOAD_HELP);
  const [source, ...more] = positionals;
  if (source === undefined || more.length) throw new UsageError("Indique una carpeta o un zip.");
  const dataDir = process.env["EMPALME_DATA_DIR"] ?? ".data";
  if (process.env["DATABASE_URL"] && !process.env["EMPALME_PROFILE"] && !process.env["EMPALME_DEMONSTRATION"])
    throw new UsageError("Falta EMPALME_PROFILE: el perfil de la empresa cuyos datos se cargan.");
  const database = await openDatabase(dataDir);
  try {
    const ctx = loadContext(database.url, dataDir);
    const here = process.env["INIT_CWD"] ?? process.cwd();
    const { host, pathname } = new URL(database.url);
    if (!values.json)
      process.stderr.write(`${companyProfile().legalName}, base de datos ${host}${pathname}\n`);
    const report = await loadPackage(ctx, resolve(here, source), {
      dryRun: values["dry-run"],
      operator: operator(),
      onProgress: progressLine(),
      ...(values.rejected === undefined ? {} : { rejectedFile: resolve(here, values.rejected) }),
    });
    print(values.json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report));
    return report.status === "refused" || rejectedRows(report) > 0 ? 1 : 0;
  } finally {
    await database.stop();
  }
}

/** Whoever gave the command, by their account on the server. */
function operator(): string {
  const { SUDO_USER, USER, LOGNAME } = process.env;
  const account = SUDO_USER ?? USER ?? LOGNAME;
  return account === undefined ? "" : `${account} (servidor)`;
}

/** Tells a terminal how the load goes on, a line a step and the reading by tenths. */
function progressLine() {
  let last = "";
  return ({ phase, file, done, total }: LoadProgress) => {
    const tenth = Math.floor((10 * done) / Math.max(total, 1)) * 10;
    const line = phase === "leyendo" ? `Leyendo: ${tenth} % (${file ?? ""})` : PHASE_LINES[phase];
    if (line === last || (phase === "leyendo" && last.startsWith(`Leyendo: ${tenth} %`))) return;
    last = line;
    if (phase === "esperando turno" || process.stderr.isTTY) process.stderr.write(`${line}\n`);
  };
}

const PHASE_LINES = {
  "esperando turno": "Hay otra carga en curso: ésta espera su turno …",
  comparando: "Comprobando y comparando con lo que hay …",
  publicando: "Publicando …",
};

function parse(args: string[]) {
  const off = { type: "boolean", default: false } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { "dry-run": off, json: off, rejected: { type: "string" }, help: { ...off, short: "h" } },
    });
  } catch {
    throw wrongOptions(args);
  }
}

/** Node says in English which option it does not know. */
function wrongOptions(args: string[]): UsageError {
  const options = args.filter((arg) => arg.startsWith("-")).join(" ");
  return new UsageError(`Hay una opción que no existe, o a la que le falta su valor: ${options}`);
}

async function template(args: string[]): Promise<number> {
  const { values, positionals } = parseTemplate(args);
  if (values.help) return print(TEMPLATE_HELP);
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length) throw new UsageError("Indique una carpeta.");
  const into = resolve(process.env["INIT_CWD"] ?? process.cwd(), folder);
  const files = values.demo ? demonstration() : templatePackage();
  await writePackage(into, files);
  return print(`Paquete escrito en ${into}: ${files.length} archivos.\n`);
}

/** What the demonstration company of the profile's country would export today. */
function demonstration() {
  const { country, timeZone } = companyProfile();
  return demonstrationPackage(civilDateAt(new Date(), timeZone), country);
}

function parseTemplate(args: string[]) {
  const off = { type: "boolean", default: false } as const;
  try {
    return parseArgs({ args, allowPositionals: true, options: { demo: off, help: { ...off, short: "h" } } });
  } catch {
    throw wrongOptions(args);
  }
}

async function deadlines(args: string[]): Promise<number> {
  const { values, positionals } = parseDeadlines(args);
  if (values.help) return print(DEADLINES_HELP);
  const [file, ...more] = positionals;
  if (file === undefined || more.length) throw new UsageError("Indique un archivo JSON con los casos.");
  const { law, notice } = await lawForCommand(process.env["EMPALME_DATA_DIR"] ?? ".data");
  if (notice) process.stderr.write(`${notice}\n`);
  const { json, refused } = deadlinesOf(resolve(process.env["INIT_CWD"] ?? process.cwd(), file), law);
  print(json);
  return refused > 0 ? 1 : 0;
}

function parseDeadlines(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { help: { type: "boolean", default: false, short: "h" } },
    });
  } catch {
    throw wrongOptions(args);
  }
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

async function main([command, ...args]: string[]): Promise<number> {
  if (command === "load") return load(args);
  if (command === "template") return template(args);
  if (command === "deadlines") return deadlines(args);
  if (command === "--help" || command === "-h") return print(HELP);
  throw new UsageError(command === undefined ? "Falta la orden." : `No existe la orden «${command}».`);
}

/** What the system and PostgreSQL say, in English, when the database goes away. */
const GONE =
  /ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|Client has encountered|terminating connection|the database system is|timeout expired/;

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof AggregateError ? "ECONNREFUSED" : "";
  if (!GONE.test(`${message} ${code}`)) return message;
  return "Se perdió la conexión con la base de datos, o no se pudo abrir. Una carga sin terminar no publica nada: cuando la base de datos responda, cárguela de nuevo.";
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const message = messageOf(error);
  process.stderr.write(
    `${message}\n${error instanceof UsageError ? "\nVea: npm run empalme -- --help\n" : ""}`,
  );
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
