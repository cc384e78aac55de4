import type pg from "pg";
import type { LayerChanges } from "../../network/edition.ts";
import { LAYER_NAMES, type LayerName } from "../../network/fields.ts";
import { hasField, layers, type Layer } from "../../network/layers.ts";
import type { NetworkTable } from "../../network/tables.ts";
import { geometryColumns, stagedName } from "./staging.ts";

const WRITE = "INSERT INTO staging.net_changes (layer, asset_id, action, moved, geometry_changed, columns)";

/** Rows as one value, compared at once. */
const rowOf = (alias: string, columns: readonly string[]) =>
  `ROW(${columns.map((name) => `${alias}.${name}`).join(", ")})`;
/** The drawing, which the rectangle around it follows from. */
const drawing = ({ geometry }: Layer) => (geometry === "Point" ? ["lon", "lat"] : ["path"]);

function changesOf(layer: Layer): string {
  const rest = layer.fields.filter(({ stored }) => stored !== "id");
  const stored = rest.map((field) => field.stored);
  const moved = hasField(layer, "feeder_id") ? "s.feeder_id IS DISTINCT FROM t.feeder_id" : "false";
  const redrawn = `${rowOf("s", drawing(layer))} IS DISTINCT FROM ${rowOf("t", drawing(layer))}`;
  const values = rest.map(
    (field) => `('${field.name}', to_jsonb(t.${field.stored}), to_jsonb(s.${field.stored}))`,
  );
  return `${WRITE}
    SELECT '${layer.name}', coalesce(s.id, t.id),
      CASE WHEN t.id IS NULL THEN 'added' WHEN s.id IS NULL THEN 'removed' ELSE 'changed' END,
      s.id IS NOT NULL AND t.id IS NOT NULL AND ${moved}, s.id IS NOT NULL AND t.id IS NOT NULL AND ${redrawn},
      CASE WHEN s.id IS NOT NULL AND t.id IS NOT NULL THEN
        (SELECT jsonb_object_agg(x.name, jsonb_build_array(x.before, x.after))
         FROM (VALUES ${values.join(", ")}) AS x (name, before, after) WHERE x.before IS DISTINCT FROM x.after) END
    FROM ${stagedName(layer)} s FULL JOIN (SELECT * FROM ${layer.table} WHERE edition = $1) t ON t.id = s.id
    WHERE s.id IS NULL OR t.id IS NULL OR ${redrawn} OR ${rowOf("s", stored)} IS DISTINCT FROM ${rowOf("t", stored)}`;
}

/** Compares what was staged with the edition `before`; nothing is written for the first one. */
export async function findChanges(client: pg.ClientBase, before: number | null): Promise<void> {
  await client.query(
    `CREATE UNLOGGED TABLE staging.net_changes
       (layer text, asset_id text, action text, moved boolean, geometry_changed boolean, columns jsonb)`,
  );
  if (before === null) return;
  for (const layer of layers) await client.query(changesOf(layer), [before]);
  await forgetWithheld(client);
}

/** What is withheld now is not told as what it was before either. */
async function forgetWithheld(client: pg.ClientBase): Promise<void> {
  await client.query(
    `UPDATE staging.net_changes c SET columns = nullif(c.columns - 'energia_anual_kwh', '{}')
     FROM staging.net_alimentadores a WHERE c.layer = 'alimentadores' AND a.id = c.asset_id AND a.withheld`,
  );
  await client.query(
    "DELETE FROM staging.net_changes WHERE action = 'changed' AND columns IS NULL AND NOT moved AND NOT geometry_changed",
  );
}

/** How many changed, by layer. */
export async function countedChanges(client: pg.ClientBase): Promise<Record<LayerName, LayerChanges>> {
  const { rows } = await client.query<Omit<LayerChanges, "columns"> & { layer: LayerName }>(
    `SELECT layer, count(*) FILTER (WHERE action = 'added')::integer AS added,
       count(*) FILTER (WHERE action = 'removed')::integer AS removed,
       count(*) FILTER (WHERE action = 'changed')::integer AS changed,
       count(*) FILTER (WHERE moved)::integer AS moved,
       count(*) FILTER (WHERE geometry_changed)::integer AS "geometryChanged"
     FROM staging.net_changes GROUP BY layer`,
  );
  const { rows: columns } = await client.query<{ layer: LayerName; name: string; count: number }>(
    `SELECT layer, name, count(*)::integer AS count FROM staging.net_changes, jsonb_object_keys(columns) name
     WHERE columns IS NOT NULL GROUP BY 1, 2 ORDER BY 3 DESC, 2`,
  );
  const none = { added: 0, removed: 0, changed: 0, moved: 0, geometryChanged: 0 };
  return Object.fromEntries(
    LAYER_NAMES.map((name) => {
      const { layer: _, ...found } = rows.find(({ layer }) => layer === name) ?? { layer: name, ...none };
      const own = columns.filter(({ layer }) => layer === name).map((one) => [one.name, one.count]);
      return [name, { ...found, columns: Object.fromEntries(own) as Record<string, number> }];
    }),
  ) as Record<LayerName, LayerChanges>;
}

/** How many rows of a table are new, differ and are gone. */
export async function tableChanges(
  client: pg.ClientBase,
  table: NetworkTable,
  before: number | null,
): Promise<{ inserted: number; updated: number; deleted: number }> {
  const layerOf = {
    demanda_alimentadores: "alimentadores",
    demanda_transformadores: "transformadores",
  } as const;
  const own = table.name in layerOf ? ` AND layer = '${layerOf[table.name as keyof typeof layerOf]}'` : "";
  const stored = table.fields.map((field) => field.stored);
  const key = table.key.map((column) => `t.${column} = s.${column}`).join(" AND ");
  const first = table.key[0];
  const { rows } = await client.query<{ inserted: number; updated: number; deleted: number }>(
    `SELECT count(*) FILTER (WHERE t.${first} IS NULL)::integer AS inserted,
       count(*) FILTER (WHERE s.${first} IS NULL)::integer AS deleted,
       count(*) FILTER (WHERE s.${first} IS NOT NULL AND t.${first} IS NOT NULL
         AND ${rowOf("s", stored)} IS DISTINCT FROM ${rowOf("t", stored)})::integer AS updated
     FROM ${stagedName(table)} s FULL JOIN (SELECT * FROM ${table.table} WHERE edition = $1${own}) t ON ${key}`,
    [before ?? 0],
  );
  return rows[0] ?? { inserted: 0, updated: 0, deleted: 0 };
}

/** The columns that an asset's own table has: its fields and where it stands. */
export const keptColumns = (layer: Layer) => [
  ...layer.fields.map(({ stored }) => stored),
  ...geometryColumns(layer),
];
