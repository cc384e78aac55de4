import type pg from "pg";
import { accepted, changed, keyAndRest, storedColumns, valuesOf } from "./compare.ts";
import { publishDtes } from "../dte/publish.ts";
import { gone, storedKey } from "../checks/gone.ts";
import { resources, type Resource } from "../format/resources.ts";

/** What a later row of the same table may need out of its way: a day under contract, a folio. Nothing depends on them. */
const GO_FIRST = new Set(["contratos", "boletas"]);

/**
 * Writes what `compare` found new or different, and takes away what complete resources no longer have. Everything or
 * nothing of it is seen: it runs in one transaction.
 *
 * Changes come before new rows, so that a contract is closed before its successor begins.
 */
export async function publish(client: pg.ClientBase, at: Date, loadId: string): Promise<void> {
  await endLinks(client, at);
  for (const resource of resources) if (GO_FIRST.has(resource.name)) await takeAway(client, resource);
  for (const resource of resources) if (resource.table !== null) await write(client, resource);
  for (const resource of resources.toReversed()) await takeAway(client, resource);
  await settleReplacements(client);
  await publishDtes(client);
  await approveCalendars(client, at, loadId);
}

async function write(client: pg.ClientBase, resource: Resource): Promise<void> {
  const { keys, rest } = keyAndRest(resource);
  const all = storedColumns(resource);
  const sameKey = keys.map(({ stored }) => `t.${stored} = v.${stored}`).join(" AND ");
  const from = (isNew: string) =>
    `${accepted(resource)} JOIN ${changed(resource.name)} c ON c.line = v.line AND ${isNew}`;
  const names = (columns: readonly { stored: string }[]) => columns.map(({ stored }) => stored).join(", ");
  await client.query(
    `UPDATE ${resource.table} t SET (${names(rest)}) = ROW (${valuesOf("v", rest)}) FROM ${from("NOT c.is_new")} WHERE ${sameKey}`,
  );
  await client.query(
    `INSERT INTO ${resource.table} (${names(all)}) SELECT ${valuesOf("v", all)} FROM ${from("c.is_new")}`,
  );
}

async function takeAway(client: pg.ClientBase, resource: Resource): Promise<void> {
  if (resource.table === null) return;
  const same = storedKey(resource).map((column) => `t.${column} = g.${column}`);
  await client.query(
    `DELETE FROM ${resource.table} t USING ${gone(resource.name)} g WHERE ${same.join(" AND ")}`,
  );
}

/** A contract that passes to another holder takes nobody along who was linked through the former one. */
async function endLinks(client: pg.ClientBase, at: Date): Promise<void> {
  await client.query(
    `UPDATE usage_point_link l SET ended_at = $1
     FROM customer_agreement a
       JOIN staging.contratos s ON s.suministro = a.usage_point_number AND s.desde = a.valid_from
       LEFT JOIN customer c ON c.identity_number = s.titular
     WHERE l.agreement_id = a.id AND l.ended_at IS NULL AND a.customer_id IS DISTINCT FROM c.id AND s.problem IS NULL`,
    [at],
  );
  await client.query(
    `DELETE FROM usage_point_link l USING ${gone("contratos")} g WHERE l.agreement_id = g.id`,
  );
}

/** Which bills count: those that no other, itself not cancelled, replaces. */
async function settleReplacements(client: pg.ClientBase): Promise<void> {
  await client.query(
    `WITH supplies AS (
       SELECT b.suministro AS supply FROM staging.boletas b JOIN ${changed("boletas")} USING (line)
       UNION SELECT usage_point_number FROM ${gone("boletas")}),
     touched AS (
       SELECT usage_point_number AS supply, replaces AS document FROM bill
       WHERE replaces IS NOT NULL AND usage_point_number IN (SELECT supply FROM supplies)
       UNION
       SELECT usage_point_number, document FROM bill
       WHERE replaced_by IS NOT NULL AND usage_point_number IN (SELECT supply FROM supplies)),
     settled AS (
       SELECT supply, document, (SELECT max(r.document) FROM bill r WHERE r.usage_point_number = t.supply
         AND r.replaces = t.document AND r.cancelled_on IS NULL) AS replaced_by FROM touched t)
     UPDATE bill b SET replaced_by = s.replaced_by FROM settled s
     WHERE b.usage_point_number = s.supply AND b.document = s.document AND b.replaced_by IS DISTINCT FROM s.replaced_by`,
  );
}

/** A calendar that changed gets a new version, whole; what was reckoned with the former ones can still be explained. */
async function approveCalendars(client: pg.ClientBase, at: Date, loadId: string): Promise<void> {
  await client.query(
    `INSERT INTO calendar_version (calendar, number, approved_at, load_id, days)
     SELECT t.calendar,
       (SELECT coalesce(max(v.number), 0) + 1 FROM calendar_version v WHERE v.calendar = t.calendar), $1, $2,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('on', d.date, 'kind', d.kind, 'name', d.name, 'norm', d.norm,
          'url', d.url, 'certainty', d.certainty) ORDER BY d.date, d.kind), '[]')
        FROM calendar_day d WHERE d.calendar = t.calendar)
     FROM (SELECT s.calendario AS calendar FROM staging.calendarios s JOIN ${changed("calendarios")} USING (line)
           UNION SELECT calendar FROM ${gone("calendarios")}) t`,
    [at, loadId],
  );
}
