import type pg from "pg";
import { accepted, changed, keyAndRest } from "./compare.ts";
import { gone } from "../checks/gone.ts";
import { DTE } from "../model.ts";
import { staged } from "../staging/staging.ts";
import { resources, type Resource } from "../format/resources.ts";

/** Changes of each resource that the history names; the counts tell how many there were. */
const CHANGES_KEPT = 1_000;

/** The lines of a bill that the other one does not have: "Electricidad consumida 32780". */
const linesOnlyIn = (value: string, other: string) =>
  `coalesce((SELECT string_agg(concat(x->>1, ' ', x->>5), ', ') FROM jsonb_array_elements(${value}) x
    WHERE NOT ${other} @> jsonb_build_array(x)), 'ninguno más')`;

/** How a stored value is shown, where it is not what whoever exported it wrote; `other` is what it changed from or to. */
const SHOWN: Record<string, (value: string, other: string) => string> = {
  customer_id: (value) => `(SELECT identity_number FROM customer WHERE id = ${value})`,
  line_items: linesOnlyIn,
};
const NUMERIC = (value: string) => `trim_scale(${value})::text`;
const TEXT = (value: string) => `${value}::text`;

/** What the format calls a column, where staging calls it otherwise. */
const named = (name: string) => (name === "line_items" ? "cargos" : name);

/** Writes what the load is about to change, or would, before it does. */
export async function keepChanges(client: pg.ClientBase, id: string): Promise<void> {
  for (const resource of resources) {
    if (resource.table === null) continue;
    await client.query(newRows(resource), [id]);
    await client.query(updatedRows(resource), [id]);
    await client.query(goneRows(resource), [id]);
  }
  await client.query(newDtes, [id]);
}

const KEEP = "INSERT INTO load_change (load_id, resource, key, action, columns)";

const newDtes = `${KEEP}
  SELECT $1, '${DTE}', concat_ws(', ', s.tipo, s.folio), 'inserted', NULL FROM staging.dte s
  WHERE s.problem IS NULL AND NOT EXISTS
    (SELECT FROM dte d WHERE d.issuer_rut = s.issuer_rut AND d.tipo = s.tipo AND d.folio = s.folio)
  ORDER BY s.tipo, s.folio LIMIT ${CHANGES_KEPT}`;

function newRows({ name, key }: Resource): string {
  return `${KEEP} SELECT $1, '${name}', concat_ws(', ', ${key.map((column) => `s.${column}`).join(", ")}), 'inserted', NULL
    FROM ${staged(name)} s JOIN ${changed(name)} c USING (line) WHERE c.is_new ORDER BY line LIMIT ${CHANGES_KEPT}`;
}

function updatedRows(resource: Resource): string {
  const { name, table } = resource;
  const { keys, rest } = keyAndRest(resource);
  const key = keys.map(({ stored }) => `v.${stored}`).join(", ");
  const sameKey = keys.map(({ stored }) => `t.${stored} = v.${stored}`).join(" AND ");
  const numeric = new Set(
    resource.columns.filter(({ type }) => type.sql === "numeric").map((column) => column.name),
  );
  const columns = rest.map((column) => {
    const shown = SHOWN[column.stored] ?? (numeric.has(column.name) ? NUMERIC : TEXT);
    const type = column.stored === "line_items" ? "::jsonb" : "";
    const [before, after] = [`t.${column.stored}`, `v.${column.stored}${type}`];
    return `('${named(column.name)}', ${shown(before, after)}, ${shown(after, before)}, ${before} IS DISTINCT FROM ${after})`;
  });
  return `${KEEP}
    SELECT $1, '${name}', concat_ws(', ', ${key}), 'updated',
      (SELECT jsonb_object_agg(x.name, jsonb_build_array(x.before, x.after))
        FROM (VALUES ${columns.join(", ")}) AS x (name, before, after, differs) WHERE x.differs)
    FROM (SELECT * FROM ${changed(name)} WHERE NOT is_new ORDER BY line LIMIT ${CHANGES_KEPT}) c
      JOIN ${accepted(resource)} ON v.line = c.line JOIN ${table} t ON ${sameKey}
    ORDER BY c.line`;
}

function goneRows(resource: Resource): string {
  const key = keyAndRest(resource)
    .keys.map(({ stored }) => `g.${stored}`)
    .join(", ");
  return `${KEEP} SELECT $1, '${resource.name}', concat_ws(', ', ${key}), 'deleted', NULL
    FROM ${gone(resource.name)} g ORDER BY ${key} LIMIT ${CHANGES_KEPT}`;
}
