import type pg from "pg";
import { billAgainstDte } from "../dte/checks.ts";
import { resourceNamed, resources, type Resource } from "../format/resources.ts";
import { staged } from "../staging/staging.ts";
import { billChecks, chargeOfRejectedBill, chargeWithoutBill, replacementChecks } from "./bill-checks.ts";
import { gatherBillLines, takeScatteredApart } from "./bill-lines.ts";
import { reject, same, type Check } from "./check.ts";
import { remaining, storedKey } from "./gone.ts";

const last = (names: readonly string[]) => names.at(-1) ?? "";

/** Of rows that share a key nobody can tell which is right: all stay out. */
function repeatedKey({ name, key }: Resource): Check {
  const repeated = `SELECT ${key.join(", ")}, min(line) AS first, count(*) AS times FROM ${staged(name)} GROUP BY ${key.join(", ")} HAVING count(*) > 1`;
  return {
    resource: name,
    from: `(${repeated}) k`,
    when: same("s", key, "k"),
    column: last(key),
    reason: `format('La clave (${key.join(", ")}) está en %s filas del archivo; la primera, en la línea %s.', k.times, k.first)`,
    remedy: "Deje una sola fila por clave.",
  };
}

/** What a row refers to is among the accepted rows of the package or in the portal already; a charge's bill, see below. */
function unknownReferences(resource: Resource): Check[] {
  if (resource.table === null) return [];
  return resource.references.flatMap(({ columns, to }) => {
    const target = resourceNamed(to);
    const inPackage = `FROM ${staged(to)} p WHERE ${same("s", columns, "p", target.key)}`;
    const unknown = `NOT EXISTS (SELECT ${inPackage} AND p.problem IS NULL)
           AND NOT EXISTS (SELECT FROM ${remaining(target)} t WHERE ${same("s", columns, "t", storedKey(target))})`;
    const shown = `concat_ws(', ', ${columns.map((name) => `s.${name}`).join(", ")})`;
    const check = { resource: resource.name, column: last(columns) };
    return [
      {
        ...check,
        when: `EXISTS (SELECT ${inPackage} AND p.problem IS NOT NULL) AND ${unknown}`,
        reason: `format('%s está en ${to}, pero su fila fue rechazada.', ${shown})`,
        remedy: `Corrija esa fila de ${to}: ésta entra con ella.`,
        consequence: true,
      },
      {
        ...check,
        when: unknown,
        reason: `format('%s no está en ${to} ni en el portal.', ${shown})`,
        remedy: `Agregue la fila a ${to}, o corrija este dato.`,
      },
    ];
  });
}

/** Two contracts of one supply never run on the same day, counting those that the portal keeps. */
const overlap: Check = {
  resource: "contratos",
  from: `(SELECT suministro, desde, hasta FROM staging.contratos WHERE problem IS NULL
          UNION ALL
          SELECT a.usage_point_number, a.valid_from, a.valid_to FROM ${remaining(resourceNamed("contratos"))} a
          WHERE a.usage_point_number IN (SELECT suministro FROM staging.contratos) AND NOT EXISTS
            (SELECT FROM staging.contratos p WHERE p.suministro = a.usage_point_number AND p.desde = a.valid_from AND p.problem IS NULL)) o`,
  when: `o.suministro = s.suministro AND o.desde <> s.desde AND daterange(o.desde, o.hasta, '[]') && daterange(s.desde, s.hasta, '[]')`,
  column: "desde",
  reason: `format('El contrato se cruza con otro del mismo suministro, del %s al %s.', o.desde, coalesce(o.hasta::text, 'presente'))`,
  remedy: "Dos contratos de un suministro no pueden regir el mismo día: ponga «hasta» al que terminó.",
};

/** A holiday counts only in a year that somebody reviewed: of half a year nobody could tell which days are missing. */
const yearNotReviewed: Check = {
  resource: "calendarios",
  when: `NOT EXISTS (SELECT FROM staging.calendarios r WHERE r.calendario = s.calendario AND r.clase = 'revisado'
      AND extract(year FROM r.fecha) = extract(year FROM s.fecha) AND r.problem IS NULL)
    AND NOT EXISTS (SELECT FROM ${remaining(resourceNamed("calendarios"))} t WHERE t.calendar = s.calendario
      AND t.kind = 'reviewed' AND extract(year FROM t.date) = extract(year FROM s.fecha))`,
  column: "fecha",
  reason: `format('El año %s de %s no está revisado.', extract(year FROM s.fecha), s.calendario)`,
  remedy: "Agregue la fila «revisado» del 31 de diciembre de ese año, cuando estén todos sus feriados.",
};

/** Rejects what no row shows by itself: repeated keys, unknown references, contracts that cross, bills that do not add up. */
export async function crossCheck(client: pg.ClientBase, companyIdentity: string): Promise<void> {
  for (const resource of resources) {
    if (resource.name === "cargos") continue;
    for (const check of [repeatedKey(resource), ...unknownReferences(resource)]) await reject(client, check);
  }
  // A rejected contract leaves the portal's own in force, which may cross with another.
  while ((await reject(client, overlap)) > 0);
  await reject(client, yearNotReviewed);
  await takeScatteredApart(client);
  await reject(client, repeatedKey(resourceNamed("cargos")));
  await reject(client, chargeWithoutBill);
  await gatherBillLines(client);
  const againstDte: Check = { resource: "boletas", ...billAgainstDte(companyIdentity) };
  for (const check of [...billChecks, againstDte]) await reject(client, check);
  // A rejected bill replaces nothing, and can be replaced by none.
  let rejected: number;
  do {
    rejected = 0;
    for (const check of replacementChecks) rejected += await reject(client, check);
  } while (rejected > 0);
  await reject(client, chargeOfRejectedBill);
}
