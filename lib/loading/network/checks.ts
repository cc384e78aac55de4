import type pg from "pg";
import { LAYER_NAMES } from "../../network/fields.ts";
import { layerNamed, layers } from "../../network/layers.ts";
import { PackageRefusal } from "../model.ts";
import type { NetworkPackage } from "../package/network-descriptor.ts";
import { everything, isLayer, stagedName, type Staged } from "./staging.ts";

/** The columns that identify a row, as one text. */
export const keyOf = (of: Staged, row: string) =>
  isLayer(of) ? `${row}.id` : `concat_ws(', ', ${of.key.map((column) => `${row}.${column}`).join(", ")})`;

const FAULTS = "INSERT INTO staging.net_faults (name, line, key, detail)";

/** Characters; a row may have as many faults as columns. */
const MOST_SAID = 400;

/** What rows say by themselves, in their column `problems`; by place, for a GeoJSON may be a single line. */
const ownFaults = (of: Staged) => `${FAULTS}
  SELECT '${of.name}', s.line, ${keyOf(of, "s")}, left(string_agg(p->>'detail', '; '), ${MOST_SAID})
  FROM ${stagedName(of)} s, jsonb_array_elements(s.problems) p WHERE p->>'code' = 'fault' GROUP BY s.place, 2, 3`;

const REPEATED = "el identificador";

/** Of rows that share an identifier nobody can tell which is right. */
function repeated(of: Staged): string {
  const key = isLayer(of) ? ["id"] : of.key;
  return `${FAULTS}
    SELECT '${of.name}', min(s.line), ${keyOf(of, "s")}, format('${REPEATED} está en %s filas', count(*))
    FROM ${stagedName(of)} s WHERE ${key.map((column) => `s.${column} IS NOT NULL`).join(" AND ")}
    GROUP BY ${key.map((column) => `s.${column}`).join(", ")} HAVING count(*) > 1`;
}

/** What a row names must be there. */
function unknownReferences(of: Staged): string[] {
  return of.fields.flatMap(({ name, stored, refersTo }) => {
    if (!refersTo) return [];
    return [
      `${FAULTS}
       SELECT '${of.name}', s.line, ${keyOf(of, "s")}, format('${name} nombra %s, que no está en ${refersTo}', s.${stored})
       FROM ${stagedName(of)} s LEFT JOIN ${stagedName(layerNamed(refersTo))} r ON r.id = s.${stored}
       WHERE s.${stored} IS NOT NULL AND r.id IS NULL`,
    ];
  });
}

/**
 * Finds what breaks the model of the network. In a layer it refuses the network whole, for what hangs from a wrong row
 * would hang from nothing; a row of a table stays out and is reported.
 *
 * @throws PackageRefusal
 */
export async function checkModel(client: pg.ClientBase, network: NetworkPackage): Promise<void> {
  await client.query(
    "CREATE UNLOGGED TABLE staging.net_faults (name text, line integer, key text, detail text)",
  );
  for (const layer of layers) {
    await client.query(`CREATE INDEX ON ${stagedName(layer)} (id)`);
    await client.query(`ANALYZE ${stagedName(layer)}`);
  }
  for (const of of everything) {
    await client.query(ownFaults(of));
    await client.query(repeated(of));
    for (const check of unknownReferences(of)) await client.query(check);
  }
  await refuseBroken(client, network);
}

const NAMED = 5;
async function refuseBroken(client: pg.ClientBase, { files }: NetworkPackage): Promise<void> {
  const { rows } = await client.query<{ name: string; count: number; first: string[] }>(
    `SELECT name, count(*)::integer AS count,
       (array_agg(format('línea %s, %s: %s', line, coalesce(key, 'sin identificador'), detail) ORDER BY line))[1:${NAMED}] AS first
     FROM staging.net_faults WHERE name = ANY ($1) GROUP BY name`,
    [LAYER_NAMES],
  );
  if (rows.length === 0) return;
  const said = files.flatMap(({ name, path }) => {
    const found = rows.find((row) => row.name === name);
    if (!found) return [];
    const more = found.count > NAMED ? `; y ${found.count - NAMED} más` : "";
    return [
      `${path} rompe el modelo de la red en ${found.count === 1 ? "1 caso" : `${found.count} casos`}: ${found.first.join("; ")}${more}.`,
    ];
  });
  throw new PackageRefusal(`${said.join("\n")}\nLa red se publica entera o no se publica.`);
}

/** Takes the wrong rows out of the tables, as `staging.net_rejected`; those of layers have refused the network before. */
export async function takeOutFaults(client: pg.ClientBase): Promise<void> {
  await client.query(
    "CREATE UNLOGGED TABLE staging.net_rejected (name text, line integer, key text, detail text)",
  );
  for (const of of everything)
    if (!isLayer(of))
      await client.query(
        `WITH wrong AS (
           SELECT s.line, string_agg(DISTINCT f.detail, '; ') AS detail, ${keyOf(of, "s")} AS key
           FROM ${stagedName(of)} s JOIN staging.net_faults f ON f.name = '${of.name}'
             AND (f.line = s.line OR (f.detail LIKE '${REPEATED}%' AND f.key = ${keyOf(of, "s")}))
           GROUP BY s.line, 3),
         gone AS (DELETE FROM ${stagedName(of)} s USING wrong WHERE s.line = wrong.line)
         INSERT INTO staging.net_rejected (name, line, key, detail) SELECT '${of.name}', line, key, detail FROM wrong`,
      );
}
