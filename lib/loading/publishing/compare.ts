import type pg from "pg";
import type { ResourceName } from "../model.ts";
import { resources, type Resource } from "../format/resources.ts";
import { ACCEPTED, staged } from "../staging/staging.ts";

/** Lines of the accepted rows that the portal does not have as they are, and whether it has none of their key. */
export const changed = (name: ResourceName) => `staging.changed_${name}`;

/** Columns of a table with the SQL over `s` and the resource's join that gives their values. */
export function storedColumns({ columns, derived = [] }: Resource) {
  const own = columns.flatMap(({ name, stored, storedAs }) =>
    stored === null ? [] : [{ name, stored, as: storedAs ?? `s.${name}` }],
  );
  return [...own, ...derived.map(({ stored, as }) => ({ name: stored, stored, as }))];
}

/** The accepted rows as the resource's table will hold them: `v`, with the line they come from. */
export function accepted(resource: Resource): string {
  const values = storedColumns(resource).map(({ stored, as }) => `${as} AS ${stored}`);
  return `(SELECT s.line, ${values.join(", ")} FROM ${staged(resource.name)} s ${resource.join ?? ""} WHERE ${ACCEPTED}) v`;
}

/** The key's columns in the resource's table, and the others. */
export function keyAndRest(resource: Resource) {
  const columns = storedColumns(resource);
  const isKey = ({ name }: { name: string }) => resource.key.includes(name);
  return { keys: columns.filter(isKey), rest: columns.filter((column) => !isKey(column)) };
}

const JSONB = new Set(["line_items"]);
/** Staged JSON is text until it is compared or written. */
const typed = (of: string, stored: string) =>
  of === "v" && JSONB.has(stored) ? `v.${stored}::jsonb` : `${of}.${stored}`;
export const valuesOf = (of: string, columns: readonly { stored: string }[]) =>
  columns.map(({ stored }) => typed(of, stored)).join(", ");

/** Finds out which rows are new, and which differ from the portal's; what is the same is not touched. */
export async function compare(client: pg.ClientBase): Promise<void> {
  for (const resource of resources) {
    if (resource.table === null) continue;
    const { keys, rest } = keyAndRest(resource);
    const sameKey = keys.map(({ stored }) => `t.${stored} = v.${stored}`).join(" AND ");
    const isNew = `t.${keys[0]?.stored} IS NULL`;
    const differs = `(${valuesOf("t", rest)}) IS DISTINCT FROM (${valuesOf("v", rest)})`;
    await client.query(
      `CREATE UNLOGGED TABLE ${changed(resource.name)} AS SELECT v.line, ${isNew} AS is_new
       FROM ${accepted(resource)} LEFT JOIN ${resource.table} t ON ${sameKey}
       WHERE CASE WHEN ${isNew} THEN true ELSE ${differs} END`,
    );
    await client.query(`ANALYZE ${changed(resource.name)}`);
  }
}
