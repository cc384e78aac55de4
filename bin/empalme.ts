/** The administrator's command line. Ends with 0: done; 1: refused, or with rows rejected; 2: wrong usage. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { jurisdictionOf } from "../lib/jurisdiction/jurisdictions.ts";
import { loadPackage } from "../lib/loading/commands.ts";
import { rejectedRows, reportText } from "../lib/loading/report.ts";
import { openDatabase } from "../lib/platform/database.ts";
import { companyProfile } from "../lib/platform/profile.ts";

const HELP = `Uso: npm run empalme -- <orden> [opciones]

Órdenes:
  load <carpeta o zip>   carga un paquete del sistema de facturación

Cada orden explica sus opciones con --help.
La base de datos es la de DATABASE_URL; si no, la del portal en marcha o la de EMPALME_DATA_DIR (.data).
`;

const LOAD_HELP = `Uso: npm run empalme -- load <carpeta o zip> [--dry-run] [--json]

Carga un paquete: comprueba cada fila, publica las correctas en una sola transacción y nombra las rechazadas.
Cargar dos veces lo mismo no cambia nada. El formato está en docs/operador/formato-de-carga.md.

  --dry-run   comprueba todo e informa, sin publicar nada
  --json      informa en JSON
  --help      muestra esta ayuda

Termina con 0 si se publicó todo, 1 si se rechazó el paquete o alguna fila, 2 si la orden está mal escrita.
`;

/** A command that was given wrongly; the message says how. */
class UsageError extends Error {}

async function load(args: string[]): Promise<number> {
  const { values, positionals } = parse(args);
  if (values.help) return print(LOAD_HELP);
  const [source, ...more] = positionals;
  if (source === undefined || more.length) throw new UsageError("Indique una carpeta o un zip.");
  const database = await openDatabase(process.env["EMPALME_DATA_DIR"] ?? ".data");
  try {
    const ctx = {
      databaseUrl: database.url,
      jurisdiction: jurisdictionOf(companyProfile().country),
      now: () => new Date(),
    };
    const onWait = () => process.stderr.write("Hay otra carga en curso: ésta espera su turno …\n");
    const from = resolve(process.env["INIT_CWD"] ?? process.cwd(), source);
    const report = await loadPackage(ctx, from, { dryRun: values["dry-run"], onWait });
    print(values.json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report));
    return report.status === "refused" || rejectedRows(report) > 0 ? 1 : 0;
  } finally {
    await database.stop();
  }
}

function parse(args: string[]) {
  const off = { type: "boolean", default: false } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { "dry-run": off, json: off, help: { ...off, short: "h" } },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

async function main([command, ...args]: string[]): Promise<number> {
  if (command === "load") return load(args);
  if (command === "--help" || command === "-h") return print(HELP);
  throw new UsageError(command === undefined ? "Falta la orden." : `No existe la orden «${command}».`);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    `${message}\n${error instanceof UsageError ? "\nVea: npm run empalme -- --help\n" : ""}`,
  );
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
