import type pg from "pg";
import type { Resource } from "./resources.ts";
import { ACCEPTED, staged } from "./staging.ts";

/** Rows written, and the bill lines that went with them. */
interface Written {
  rows: number;
  lines: number;
}

/** The staged rows as the table will hold them, and which of its columns are the key. */
function published({ name, columns, key }: Resource) {
  const values = columns.map(
    ({ name: column, stored, storedAs }) => `${storedAs ?? `s.${column}`} AS ${stored}`,
  );
  const stored = columns.map((column) => column.stored);
  const keys = columns.filter((column) => key.includes(column.name)).map((column) => column.stored);
  let from = `${staged(name)} s`;
  if (name === "boletas") {
    values.push("coalesce(l.line_items, '[]') AS line_items");
    stored.push("line_items");
    from += " LEFT JOIN staged_line_items l USING (suministro, periodo, documento)";
  }
  const rows = `(SELECT ${values.join(", ")} FROM ${from} WHERE ${ACCEPTED}) v`;
  return { rows, stored, keys };
}

async function write(client: pg.ClientBase, statement: string, { name }: Resource): Promise<Written> {
  const lines = name === "boletas" ? "jsonb_array_length(t.line_items)" : "0";
  const { rows } = await client.query<Written>(
    `WITH written AS (${statement} RETURNING ${lines} AS lines)
     SELECT count(*)::integer AS rows, coalesce(sum(lines), 0)::integer AS lines FROM written`,
  );
  return rows[0] ?? { rows: 0, lines: 0 };
}

/**
 * Writes what is new or different of a resource's accepted rows; what is the same is not touched.
 *
 * Changes come before new rows, so that a contract is closed before its successor begins.
 */
export async function publish(client: pg.ClientBase, resource: Resource, at: Date) {
  const { rows, stored, keys } = published(resource);
  const sameKey = keys.map((key) => `t.${key} = v.${key}`).join(" AND ");
  const rest = stored.filter((column) => !keys.includes(column));
  const list = (of: string) => rest.map((column) => `${of}.${column}`).join(", ");
  if (resource.name === "contratos") await endLinksOfChangedHolders(client, at);
  const updated = await write(
    client,
    `UPDATE ${resource.table} t SET ${rest.map((column) => `${column} = v.${column}`).join(", ")}
     FROM ${rows} WHERE ${sameKey} AND (${list("t")}) IS DISTINCT FROM (${list("v")})`,
    resource,
  );
  const inserted = await write(
    client,
    `INSERT INTO ${resource.table} AS t (${stored.join(", ")})
     SELECT ${stored.join(", ")} FROM ${rows} WHERE NOT EXISTS (SELECT FROM ${resource.table} t WHERE ${sameKey})`,
    resource,
  );
  return { inserted, updated };
}

/** A contract that passes to another holder takes nobody along who was linked through the former one. */
async function endLinksOfChangedHolders(client: pg.ClientBase, at: Date) {
  await client.query(
    `UPDATE usage_point_link l SET ended_at = $1
     FROM customer_agreement a
       JOIN staged_contratos s ON s.suministro = a.usage_point_number AND s.desde = a.valid_from
       JOIN customer c ON c.identity_number = s.titular
     WHERE l.agreement_id = a.id AND l.ended_at IS NULL AND a.customer_id <> c.id AND ${ACCEPTED}`,
    [at],
  );
}
