import type pg from "pg";
import { ACCEPTED } from "../staging/staging.ts";
import { BILL_KEY, same } from "./check.ts";

const KEY = BILL_KEY.join(", ");

/** Bills whose charges are scattered over the file, or too many for one run. */
const SCATTERED = `CREATE UNLOGGED TABLE staging.scattered AS
  SELECT ${KEY} FROM staging.cargos s WHERE ${ACCEPTED} GROUP BY ${KEY} HAVING count(*) > 1`;

/** Takes their runs apart, a row for each charge, so that a repeated one shows. */
const APART = `
  WITH apart AS (
    DELETE FROM staging.cargos s USING staging.scattered x WHERE ${ACCEPTED} AND ${same("s", BILL_KEY, "x")} RETURNING s.*)
  INSERT INTO staging.cargos (line, rows, ${KEY}, linea, afecto, exento, items)
  SELECT line + at - 1, 1, ${KEY}, (item->>0)::integer,
    CASE WHEN (item->>6)::boolean THEN (item->>5)::numeric ELSE 0 END,
    CASE WHEN (item->>6)::boolean THEN 0 ELSE (item->>5)::numeric END, item::text
  FROM apart, json_array_elements(format('[%s]', items)::json) WITH ORDINALITY AS items (item, at)`;

/** Before charges are checked one by one. */
export async function takeScatteredApart(client: pg.ClientBase): Promise<void> {
  await client.query(SCATTERED);
  await client.query(APART);
}

/**
 * What every bill's charges add up to, and those charges as JSON (`staging.bill_lines`): as they were staged for the
 * bills that are one run, gathered again for the others.
 */
export async function gatherBillLines(client: pg.ClientBase): Promise<void> {
  await client.query(
    `CREATE UNLOGGED TABLE staging.gathered AS
     SELECT ${KEY}, sum(afecto) AS afecto, sum(exento) AS exento, string_agg(items, ',' ORDER BY linea) AS items
     FROM staging.cargos s JOIN staging.scattered USING (${KEY}) WHERE ${ACCEPTED} GROUP BY ${KEY}`,
  );
  await client.query("ANALYZE staging.scattered, staging.gathered");
  await client.query(
    `CREATE VIEW staging.bill_lines AS
     SELECT ${KEY}, afecto, exento, format('[%s]', items) AS line_items FROM staging.cargos s
     WHERE ${ACCEPTED} AND NOT EXISTS (SELECT FROM staging.scattered x WHERE ${same("s", BILL_KEY, "x")})
     UNION ALL SELECT ${KEY}, afecto, exento, format('[%s]', items) FROM staging.gathered`,
  );
}
