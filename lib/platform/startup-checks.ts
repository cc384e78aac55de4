import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { PrismaClient } from "./generated/client.ts";

/** Names of the migrations that this version brings; every process of ours runs in the project's folder. */
function knownMigrations(): string[] {
  const entries = readdirSync(join(process.cwd(), "prisma/migrations"), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

/** Migrations that the database lacks: read in milliseconds, where the schema engine takes a second to start. */
export async function missingMigrations(db: PrismaClient): Promise<string[]> {
  const [table] = await db.$queryRaw<
    { name: string | null }[]
  >`SELECT to_regclass('_prisma_migrations')::text AS name`;
  if (!table?.name) return knownMigrations();
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const applied = new Set(rows.map(({ name }) => name));
  return knownMigrations().filter((name) => !applied.has(name));
}

/** What keeps the portal from working on this database, in words for whoever runs it; null when nothing does. */
export async function databaseProblem(db: PrismaClient): Promise<string | null> {
  const [session] = await db.$queryRaw<
    { timeZone: string }[]
  >`SELECT current_setting('TimeZone') AS "timeZone"`;
  // Prisma's driver shifts every instant by the session's zone (see database-url.ts): better no portal than wrong hours.
  if (!/^(Etc\/)?UTC$/i.test(session?.timeZone ?? ""))
    return `Las sesiones de la base de datos están en la zona horaria ${session?.timeZone ?? "?"} y deben estar en UTC.`;
  const missing = await missingMigrations(db);
  return missing.length ? `A la base de datos le faltan migraciones: ${missing.join(", ")}.` : null;
}
