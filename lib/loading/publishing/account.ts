import type pg from "pg";
import { changed } from "./compare.ts";
import type { PackageFile } from "../package/descriptor.ts";
import { gone } from "../checks/gone.ts";
import { PackageRefusal, type ControlTotal, type ResourceCount } from "../model.ts";
import { resourceNamed, type Resource } from "../format/resources.ts";
import { ACCEPTED, staged } from "../staging/staging.ts";
import { Decimal } from "../../kernel/decimal.ts";

/**
 * What becomes of every row of the package, once it is staged, checked and compared.
 *
 * @throws PackageRefusal when a sum is not what the billing system says
 * @throws Error when a row is not accounted for
 */
export async function account(
  client: pg.ClientBase,
  files: readonly PackageFile[],
  read: ReadonlyMap<string, number>,
): Promise<ResourceCount[]> {
  const counts: ResourceCount[] = [];
  const differences: string[] = [];
  for (const file of files) {
    const resource = resourceNamed(file.name);
    const rows = resource.name === "cargos" ? await chargeRows(client) : await ownRows(client, resource);
    const { accepted, rejected, inserted, updated } = rows;
    const count: ResourceCount = {
      resource: file.name,
      file: file.path,
      read: read.get(file.name) ?? 0,
      accepted,
      rejected,
      inserted,
      updated,
      unchanged: accepted - inserted - updated,
      deleted: rows.deleted,
      totals: await totals(client, resource),
    };
    differences.push(...controlDifferences(file, count));
    counts.push(accountedFor(count));
  }
  if (differences.length) throw new PackageRefusal(differences.join("\n"));
  return counts;
}

interface Rows {
  accepted: number;
  rejected: number;
  inserted: number;
  updated: number;
  deleted: number;
}

const NOTHING: Rows = { accepted: 0, rejected: 0, inserted: 0, updated: 0, deleted: 0 };

async function ownRows(client: pg.ClientBase, { name }: Resource): Promise<Rows> {
  const { rows } = await client.query<Rows>(
    `SELECT (SELECT count(*)::integer FROM ${staged(name)} s WHERE ${ACCEPTED}) AS accepted,
       (SELECT count(*)::integer FROM ${staged(name)} s WHERE NOT (${ACCEPTED})) AS rejected,
       (SELECT count(*)::integer FROM ${changed(name)} WHERE is_new) AS inserted,
       (SELECT count(*)::integer FROM ${changed(name)} WHERE NOT is_new) AS updated,
       (SELECT count(*)::integer FROM ${gone(name)}) AS deleted`,
  );
  return rows[0] ?? NOTHING;
}

/** Charges come, change and go with their bill. */
async function chargeRows(client: pg.ClientBase): Promise<Rows> {
  const { rows } = await client.query<Rows>(
    `SELECT coalesce(sum(s.rows) FILTER (WHERE ${ACCEPTED}), 0)::integer AS accepted,
       coalesce(sum(s.rows) FILTER (WHERE NOT (${ACCEPTED})), 0)::integer AS rejected,
       coalesce(sum(s.rows) FILTER (WHERE ${ACCEPTED} AND c.is_new), 0)::integer AS inserted,
       coalesce(sum(s.rows) FILTER (WHERE ${ACCEPTED} AND NOT c.is_new), 0)::integer AS updated,
       (SELECT coalesce(sum(jsonb_array_length(line_items)), 0)::integer FROM ${gone("boletas")}) AS deleted
     FROM staging.cargos s
       LEFT JOIN (staging.boletas b JOIN ${changed("boletas")} c USING (line)) USING (suministro, periodo, documento)`,
  );
  return rows[0] ?? NOTHING;
}

async function totals(client: pg.ClientBase, { name, totals: columns }: Resource): Promise<ControlTotal[]> {
  const sums: ControlTotal[] = [];
  for (const column of columns) {
    const value = name === "cargos" ? "s.afecto + coalesce(s.exento, 0)" : `s.${column}`;
    const { rows } = await client.query<Omit<ControlTotal, "column">>(
      `SELECT coalesce(trim_scale(sum(${value})), 0)::text AS read,
         coalesce(trim_scale(sum(${value}) FILTER (WHERE ${ACCEPTED})), 0)::text AS accepted FROM ${staged(name)} s`,
    );
    sums.push({ column, ...(rows[0] ?? { read: "0", accepted: "0" }) });
  }
  return sums;
}

/** A sentence for each sum that is not what the billing system says. */
function controlDifferences({ path, control }: PackageFile, count: ResourceCount): string[] {
  return Object.entries(control).flatMap(([name, declared]) => {
    const found =
      name === "filas" ? count.read : (count.totals.find(({ column }) => column === name)?.read ?? 0);
    if (new Decimal(declared).eq(found)) return [];
    return [
      `${path} no cuadra con su total de control: «${name}» debía ser ${declared} y el archivo trae ${found}. ¿Está completo el archivo?`,
    ];
  });
}

/** @throws Error, so that nothing is published, when a row is not accounted for. */
function accountedFor(count: ResourceCount): ResourceCount {
  if (count.accepted + count.rejected !== count.read || count.unchanged < 0)
    throw new Error(`rows of ${count.file} are not accounted for: ${JSON.stringify(count)}`);
  return count;
}
