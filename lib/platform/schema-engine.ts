import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bg from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { inUtc } from "./database-url.ts";

const PRISMA = join(import.meta.dirname, "../../prisma");
const filters = { externalTables: [], externalEnums: [] };

type SchemaFile = { path: string; content: string };

/** The files of prisma/schema, as the engine wants them. */
export function schemaFiles(folder = join(PRISMA, "schema")): SchemaFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => ({ path: name, content: readFileSync(join(folder, name), "utf8") }));
}

function migrationsList() {
  const folder = join(PRISMA, "migrations");
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: names
      .map((entry) => entry.name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok" as const, value: readFileSync(join(folder, name, "migration.sql"), "utf8") },
        },
      })),
  };
}

let started = false;
/** Prisma's schema engine as WebAssembly: its CLI wants to download a native one (docs/adr/0002). */
function startEngine() {
  if (started) return;
  const wasm = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm")
    .replace(/schema_engine\.m?js$/, "schema_engine_bg.wasm");
  const module = new WebAssembly.Module(readFileSync(wasm));
  const instance = new WebAssembly.Instance(module, { "./schema_engine_bg.js": bg });
  bg.__wbg_set_wasm(instance.exports);
  (instance.exports["__wbindgen_start"] as () => void)();
  started = true;
}

/** Prisma's adapter cuts a script at every semicolon, comments and function bodies included; PostgreSQL takes it whole. */
function wholeScripts(pool: pg.Pool): PrismaPg {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const connection = await connect();
    connection.executeScript = async (script) => void (await pool.query(script));
    return connection;
  };
  return factory;
}

async function withEngine<T>(
  connectionString: string,
  use: (engine: bg.SchemaEngine) => Promise<T>,
): Promise<T> {
  startEngine();
  // A pool of our own: the engine never closes the one it makes, and PostgreSQL then cannot stop quietly.
  const pool = new pg.Pool({ connectionString: inUtc(connectionString) });
  const adapter = bindMigrationAwareSqlAdapterFactory(wholeScripts(pool));
  const datamodels = schemaFiles().map((file): [string, string] => [file.path, file.content]);
  const engine = await bg.SchemaEngine.new({ datamodels }, () => {}, adapter);
  try {
    return await use(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}

/** Applies the migrations that the database does not have yet; returns their names. */
export async function migrate(connectionString: string): Promise<string[]> {
  const applied = await withEngine(connectionString, (engine) =>
    engine.applyMigrations({ migrationsList: migrationsList(), filters }),
  );
  return applied.appliedMigrationNames;
}

/** SQL that turns the schema of `before` (none: an empty database) into today's; any reachable PostgreSQL will do. */
export async function schemaDiff(connectionString: string, before: SchemaFile[] = []): Promise<string> {
  const from = before.length ? { tag: "schemaDatamodel" as const, files: before } : { tag: "empty" as const };
  const result = await withEngine(connectionString, (engine) =>
    engine.diff({
      from,
      to: { tag: "schemaDatamodel", files: schemaFiles() },
      script: true,
      exitCode: null,
      filters,
    }),
  );
  return result.stdout ?? "";
}
