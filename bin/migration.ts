/** `npm run migration -- <name>`: writes the SQL between the schema of the last commit and today's as a new migration. */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startPostgres } from "../lib/platform/embedded-postgres.ts";
import { schemaDiff } from "../lib/platform/schema-engine.ts";

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error("usage: npm run migration -- <name_in_lower_case>");
  process.exit(2);
}

const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8" });
const committed = git("ls-tree", "--name-only", "HEAD", "prisma/schema/").trim().split("\n").filter(Boolean);
const before = committed.map((path) => ({ path, content: git("show", `HEAD:${path}`) }));

const postgres = await startPostgres(".data/migration");
const sql = await schemaDiff(postgres.url("postgres"), before).finally(() => postgres.stop());
const folder = join(
  "prisma/migrations",
  `${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}_${name}`,
);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "migration.sql"), sql);
console.log(`${folder}/migration.sql`);
