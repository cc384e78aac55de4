import pg from "pg";
import type { ResourceName } from "../model.ts";
import { resourceNamed, resources, type Resource } from "../format/resources.ts";
import { billAgainstDte } from "../dte/checks.ts";
import { remaining, storedKey } from "./gone.ts";
import { ACCEPTED, staged } from "../staging/staging.ts";

/** A set-based check of one resource's staged rows `s`: those that meet `when` and were right until now are rejected. */
interface Check {
  resource: ResourceName;
  /** Further rows to compare with. */
  from?: string;
  when: string;
  /** Column of the row that is named, and shown with its value. */
  column: string;
  /** SQL expression over `s` and `from`. */
  reason: string;
  remedy: string;
}

async function reject(client: pg.ClientBase, { resource, from, when, column, reason, remedy }: Check) {
  const { rowCount } = await client.query(
    `UPDATE ${staged(resource)} s
     SET problem = jsonb_build_object('column', '${column}', 'value', s.${column}::text, 'reason', ${reason}, 'remedy', ${pg.escapeLiteral(remedy)})
     ${from ? `FROM ${from}` : ""} WHERE ${ACCEPTED} AND (${when})`,
  );
  return rowCount ?? 0;
}

const same = (one: string, columns: readonly string[], other: string, others: readonly string[] = columns) =>
  columns.map((column, at) => `${one}.${column} = ${other}.${others[at] ?? column}`).join(" AND ");
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
  return resource.references.map(({ columns, to }) => {
    const target = resourceNamed(to);
    const stored = storedKey(target);
    return {
      resource: resource.name,
      when: `NOT EXISTS (SELECT FROM ${staged(to)} p WHERE ${same("s", columns, "p", target.key)} AND p.problem IS NULL)
           AND NOT EXISTS (SELECT FROM ${remaining(target)} t WHERE ${same("s", columns, "t", stored)})`,
      column: last(columns),
      reason: `format('%s no está entre las filas aceptadas de ${to} ni en el portal.', concat_ws(', ', ${columns.map((name) => `s.${name}`).join(", ")}))`,
      remedy: `Agregue la fila a ${to}, o corrija la que fue rechazada.`,
    };
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

const BILL_KEY = ["suministro", "periodo", "documento"];

const billChecks: Check[] = [
  {
    resource: "boletas",
    from: "(SELECT tipo_dte, folio, min(line) AS first FROM staging.boletas WHERE folio IS NOT NULL GROUP BY tipo_dte, folio HAVING count(*) > 1) d",
    when: "s.tipo_dte = d.tipo_dte AND s.folio = d.folio",
    column: "folio",
    reason: "format('El folio se repite en el archivo; la primera vez, en la línea %s.', d.first)",
    remedy: "Cada documento tributario tiene su propio tipo y folio.",
  },
  {
    resource: "boletas",
    from: `${remaining(resourceNamed("boletas"))} b`,
    when: "b.tipo_dte = s.tipo_dte AND b.folio = s.folio AND (b.usage_point_number, b.period, b.document) <> (s.suministro, s.periodo, s.documento)",
    column: "folio",
    reason:
      "format('El folio ya es de otra boleta del portal: %s, %s, %s.', b.usage_point_number, b.period, b.document)",
    remedy: "Revise el folio, o cargue primero esa boleta sin él.",
  },
  {
    resource: "boletas",
    from: `(SELECT ${BILL_KEY.join(", ")}, min(line) AS first FROM staging.cargos WHERE problem IS NOT NULL GROUP BY ${BILL_KEY.join(", ")}) c`,
    when: same("s", BILL_KEY, "c"),
    column: "documento",
    reason: "format('La boleta tiene cargos rechazados; el primero, en la línea %s de cargos.', c.first)",
    remedy: "Corrija esos cargos: una boleta se publica entera o no se publica.",
  },
  ...(
    [
      ["afecto", "afectos"],
      ["exento", "no afectos"],
    ] as const
  ).map(([column, adjective]): Check => {
    const sum = `coalesce(c.${column}, 0)`;
    return {
      resource: "boletas",
      from: `staging.boletas b LEFT JOIN staging.bill_lines c ON ${same("b", BILL_KEY, "c")}`,
      when: `b.line = s.line AND s.${column} <> ${sum}`,
      column,
      reason: `format('Sus cargos ${adjective} suman %s y la boleta dice %s.', trim_scale(${sum}), trim_scale(s.${column}))`,
      remedy: "Revise los cargos de la boleta: ¿falta alguno, o está mal marcado su «afecto»?",
    };
  }),
];

const chargeWithoutBill: Check = {
  resource: "cargos",
  when: `NOT EXISTS (SELECT FROM staging.boletas b WHERE ${same("s", BILL_KEY, "b")})`,
  column: "documento",
  reason: "'Su boleta no está en el archivo de boletas.'",
  remedy: "Agregue la boleta: los cargos se cargan junto con ella.",
};

const chargeOfRejectedBill: Check = {
  resource: "cargos",
  from: "staging.boletas b",
  when: `${same("s", BILL_KEY, "b")} AND b.problem IS NOT NULL`,
  column: "documento",
  reason: "format('Su boleta fue rechazada (línea %s de boletas).', b.line)",
  remedy: "Corrija la boleta: sus cargos se publican con ella.",
};

const [REPLACED, REPLACES] = [
  "coalesce(s.anulada::text, '') = '' AND s.reemplaza IS NOT NULL",
  "o.replaces IS NOT NULL AND o.cancelled_on IS NULL",
];

/** A bill replaces one that is there, and that no other replaces. */
const replacementChecks: Check[] = [
  {
    resource: "boletas",
    when: `s.reemplaza IS NOT NULL
      AND NOT EXISTS (SELECT FROM staging.boletas b WHERE b.suministro = s.suministro AND b.documento = s.reemplaza AND b.problem IS NULL)
      AND NOT EXISTS (SELECT FROM ${remaining(resourceNamed("boletas"))} b WHERE b.usage_point_number = s.suministro AND b.document = s.reemplaza)`,
    column: "reemplaza",
    reason:
      "format('La boleta %s de este suministro no está entre las filas aceptadas ni en el portal.', s.reemplaza)",
    remedy: "Revise el documento, o cargue antes la boleta reemplazada.",
  },
  {
    resource: "boletas",
    from: `(SELECT suministro, reemplaza, min(line) AS first FROM staging.boletas s WHERE ${ACCEPTED} AND ${REPLACED} GROUP BY suministro, reemplaza HAVING count(*) > 1) d`,
    when: `${REPLACED} AND s.suministro = d.suministro AND s.reemplaza = d.reemplaza`,
    column: "reemplaza",
    reason: "format('Más de una boleta reemplaza a la misma; la primera, en la línea %s.', d.first)",
    remedy: "Una boleta se reemplaza por una sola: anule las otras o corrija «reemplaza».",
  },
  {
    resource: "boletas",
    from: `${remaining(resourceNamed("boletas"))} o`,
    when: `${REPLACED} AND ${REPLACES} AND o.usage_point_number = s.suministro AND o.replaces = s.reemplaza
      AND NOT EXISTS (SELECT FROM staging.boletas b WHERE b.suministro = o.usage_point_number AND b.periodo = o.period AND b.documento = o.document AND b.problem IS NULL)`,
    column: "reemplaza",
    reason: "format('La boleta %s del portal ya reemplaza a esa.', o.document)",
    remedy: "Anule primero esa boleta, o corrija «reemplaza».",
  },
];

/** Bills whose charges are scattered over the file, or too many for one run, have their runs taken apart. */
const SCATTERED = `
  WITH scattered AS (
    SELECT ${BILL_KEY.join(", ")} FROM staging.cargos s WHERE ${ACCEPTED} GROUP BY ${BILL_KEY.join(", ")} HAVING count(*) > 1),
  apart AS (
    DELETE FROM staging.cargos s USING scattered WHERE ${ACCEPTED} AND ${same("s", BILL_KEY, "scattered")} RETURNING s.*)
  INSERT INTO staging.cargos (line, rows, ${BILL_KEY.join(", ")}, linea, afecto, exento, items)
  SELECT line + at - 1, 1, ${BILL_KEY.join(", ")}, (item->>0)::integer,
    CASE WHEN (item->>6)::boolean THEN (item->>5)::numeric ELSE 0 END,
    CASE WHEN (item->>6)::boolean THEN 0 ELSE (item->>5)::numeric END, item::text
  FROM apart, json_array_elements(format('[%s]', items)::json) WITH ORDINALITY AS items (item, at)`;

/** What every bill's charges add up to, and those charges as JSON: most bills are one run already. */
const BILL_LINES = `${BILL_KEY.join(", ")}, afecto, exento, format('[%s]', items) AS line_items FROM staging.cargos s WHERE ${ACCEPTED}`;
const GATHERED_BILL_LINES = `${BILL_KEY.join(", ")}, sum(afecto) AS afecto, sum(exento) AS exento,
  format('[%s]', string_agg(items, ',' ORDER BY linea)) AS line_items
  FROM staging.cargos s WHERE ${ACCEPTED} GROUP BY ${BILL_KEY.join(", ")}`;

async function gatherCharges(client: pg.ClientBase): Promise<void> {
  const { rowCount } = await client.query(SCATTERED);
  await reject(client, repeatedKey(resourceNamed("cargos")));
  await reject(client, chargeWithoutBill);
  if (rowCount) {
    await client.query(`CREATE UNLOGGED TABLE staging.bill_lines AS SELECT ${GATHERED_BILL_LINES}`);
    await client.query("ANALYZE staging.bill_lines");
  } else await client.query(`CREATE VIEW staging.bill_lines AS SELECT ${BILL_LINES}`);
}

/** Rejects what no row shows by itself: repeated keys, unknown references, contracts that cross, bills that do not add up. */
export async function crossCheck(client: pg.ClientBase, companyIdentity: string): Promise<void> {
  for (const resource of resources) {
    if (resource.name === "cargos") continue;
    for (const check of [repeatedKey(resource), ...unknownReferences(resource)]) await reject(client, check);
  }
  // A rejected contract leaves the portal's own in force, which may cross with another.
  while ((await reject(client, overlap)) > 0);
  await gatherCharges(client);
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
