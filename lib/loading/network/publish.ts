import type pg from "pg";
import { layers } from "../../network/layers.ts";
import { networkTables, type NetworkTable } from "../../network/tables.ts";
import { keptColumns } from "./changes.ts";
import type { StagedEdition } from "./edition.ts";
import { searchTerms } from "./search-terms.ts";
import { stagedName } from "./staging.ts";

/** What of the edition goes into a table: columns, and the rows that give them. */
interface Part {
  table: string;
  columns: string;
  rows: string;
}

function parts(): Part[] {
  const ofLayers = layers.map((layer) => {
    const withheld = ["alimentadores", "transformadores"].includes(layer.name) ? ["withheld"] : [];
    const columns = ["place", ...keptColumns(layer), ...withheld].join(", ");
    return {
      table: layer.table,
      columns,
      rows: `SELECT ${columns} FROM ${stagedName(layer)} ORDER BY place`,
    };
  });
  return [...ofLayers, ...ofTables(), ...OWN];
}

function ofTables(): Part[] {
  const rowsOf = (table: NetworkTable) => table.fields.map(({ stored }) => stored).join(", ");
  const plain = networkTables.filter(({ table }) => table !== "network_demand");
  const demand = (["alimentadores", "transformadores"] as const).map((layer) => {
    const own = layer === "alimentadores" ? "billed_kwh, NULL" : "NULL, note";
    return `SELECT '${layer}', asset_id, period, energy_kwh, min_demand, max_demand, ${own} FROM staging.net_demanda_${layer}`;
  });
  return [
    ...plain.map((table) => ({
      table: table.table,
      columns: rowsOf(table),
      rows: `SELECT ${rowsOf(table)} FROM ${stagedName(table)}`,
    })),
    {
      table: "network_demand",
      columns: "layer, asset_id, period, energy_kwh, min_demand, max_demand, billed_kwh, note",
      rows: demand.join(" UNION ALL "),
    },
  ];
}

const OWN: Part[] = [
  {
    table: "network_change",
    columns: "layer, asset_id, action, moved, geometry_changed, columns",
    rows: "SELECT layer, asset_id, action, moved, geometry_changed, columns FROM staging.net_changes",
  },
  {
    table: "network_warning",
    columns: "place, code, layer, line, asset_id, detail",
    rows: "SELECT row_number() OVER (ORDER BY layer, code, line), code, layer, line, asset_id, detail FROM staging.net_warnings",
  },
  {
    table: "network_search_term",
    columns: "place, term, kind, layer, asset_id, label, count",
    rows: `SELECT row_number() OVER (), t.* FROM (${searchTerms}) t (term, kind, layer, asset_id, label, count) WHERE term <> ''`,
  },
];

/** Writes a new edition, a partition of every table; returns its number. Runs in the load's transaction. */
export async function publishEdition(
  client: pg.ClientBase,
  staged: StagedEdition,
  at: Date,
): Promise<number> {
  const { said, account, fingerprint, minimumCustomers } = staged;
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO network_edition (data_on, published_at, source, licence, attribution, note, demand_unit, minimum_customers,
       fingerprint, account, min_lon, min_lat, max_lon, max_lat)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, min(west), min(south), max(east), max(north) FROM (${EXTENT}) e
     RETURNING id`,
    [
      said.fecha,
      at,
      said.fuente,
      said.licencia,
      said.atribucion,
      said.nota ?? null,
      said.unidad_demanda,
      minimumCustomers,
      fingerprint,
      JSON.stringify(account),
    ],
  );
  const id = rows[0]?.id ?? 0;
  await client.query("SET LOCAL maintenance_work_mem = '128MB'");
  for (const part of parts()) await addPartition(client, part, id);
  return id;
}

const EXTENT = layers
  .map((layer) =>
    layer.geometry === "Point"
      ? `SELECT min(lon) AS west, min(lat) AS south, max(lon) AS east, max(lat) AS north FROM ${stagedName(layer)}`
      : `SELECT min(min_lon), min(min_lat), max(max_lon), max(max_lat) FROM ${stagedName(layer)}`,
  )
  .join(" UNION ALL ");

/** Filled before it is attached: indexes are built once, and readers of other editions are not held up. */
async function addPartition(
  client: pg.ClientBase,
  { table, columns, rows }: Part,
  id: number,
): Promise<void> {
  const name = `${table}_e${id}`;
  await client.query(`CREATE TABLE ${name} (LIKE ${table} INCLUDING DEFAULTS)`);
  await client.query(`INSERT INTO ${name} (edition, ${columns}) SELECT ${id}, r.* FROM (${rows}) r`);
  await client.query(`ALTER TABLE ${table} ATTACH PARTITION ${name} FOR VALUES IN (${id})`);
  await client.query(`ANALYZE ${name}`);
}
