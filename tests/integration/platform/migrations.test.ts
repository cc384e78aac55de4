import pg from "pg";
import { expect, inject, test } from "vitest";
import { migrate, schemaDiff } from "../../../lib/platform/schema-engine.ts";
import { newDatabase } from "../../support/database.ts";
import { execute } from "../../support/postgres.ts";

/** Everything that the catalogue says of the tables, one line each, without what PostgreSQL numbers itself. */
const CATALOGUE = `
  SELECT format('column %s.%s %s%s%s', table_name, column_name,
      CASE WHEN data_type = 'USER-DEFINED' THEN udt_name ELSE concat_ws(' ', data_type, character_maximum_length,
        numeric_precision, numeric_scale, datetime_precision) END,
      CASE is_nullable WHEN 'NO' THEN ' not null' END, ' default ' || column_default) AS line
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
  UNION ALL
  SELECT 'index ' || replace(indexdef, ' ON ONLY ', ' ON ') FROM pg_indexes
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
  UNION ALL
  SELECT format('constraint %s on %s: %s', conname, conrelid::regclass, pg_get_constraintdef(oid)) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND conrelid <> coalesce(to_regclass('_prisma_migrations'), 0::regclass)
  UNION ALL
  SELECT format('enum %s: %s', typname, string_agg(enumlabel, ', ' ORDER BY enumsortorder))
    FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid GROUP BY typname
  UNION ALL
  SELECT format('trigger %s', pg_get_triggerdef(oid)) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL
  SELECT format('function %s', oid::regprocedure) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
  UNION ALL
  SELECT format('extension %s', extname) FROM pg_extension WHERE extname <> 'plpgsql'
  ORDER BY 1`;

async function catalogueOf(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ line: string }>(CATALOGUE);
    return rows.map((row) => row.line);
  } finally {
    await client.end();
  }
}

const fromMigrations = await newDatabase("empty");
const applied = await migrate(fromMigrations);
const fromSchema = await newDatabase("empty");
await execute(fromSchema, [await schemaDiff(inject("postgres"))]);
const [migrated, described] = await Promise.all([catalogueOf(fromMigrations), catalogueOf(fromSchema)]);

test("the migrations apply from zero, and a second time apply nothing", async () => {
  expect(applied.length).toBeGreaterThan(0);
  expect(await migrate(fromMigrations)).toEqual([]);
});

test("everything that the schema describes is what the migrations make", () => {
  expect(described.length).toBeGreaterThan(50);
  expect(described.filter((line) => !migrated.includes(line))).toEqual([]);
});

// A partial index, a check, an exclusion: a rule that comes, goes or changes shows in the kept list.
test("what the migrations make beyond the schema is the kept list", async () => {
  const beyond = migrated.filter((line) => !described.includes(line));
  await expect(`${beyond.join("\n")}\n`).toMatchFileSnapshot("beyond-the-schema.txt");
});
