import pg from "pg";
import type { ResourceName } from "./model.ts";
import { resourceNamed, resources, type Resource } from "./resources.ts";
import { ACCEPTED, staged } from "./staging.ts";

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
     SET problem_column = '${column}', problem_value = s.${column}::text, problem_reason = ${reason}, problem_remedy = ${pg.escapeLiteral(remedy)}
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
    const stored = target.key.map(
      (name) => target.columns.find((column) => column.name === name)?.stored ?? name,
    );
    return {
      resource: resource.name,
      when: `NOT EXISTS (SELECT FROM ${staged(to)} p WHERE ${same("s", columns, "p", target.key)} AND p.problem_reason IS NULL)
           AND NOT EXISTS (SELECT FROM ${target.table} t WHERE ${same("s", columns, "t", stored)})`,
      column: last(columns),
      reason: `format('%s no está entre las filas aceptadas de ${to} ni en el portal.', concat_ws(', ', ${columns.map((name) => `s.${name}`).join(", ")}))`,
      remedy: `Agregue la fila a ${to}, o corrija la que fue rechazada.`,
    };
  });
}

/** Two contracts of one supply never run on the same day, counting those that the portal keeps. */
const overlap: Check = {
  resource: "contratos",
  from: `(SELECT suministro, desde, hasta FROM staged_contratos WHERE problem_reason IS NULL
          UNION ALL
          SELECT a.usage_point_number, a.valid_from, a.valid_to FROM customer_agreement a
          WHERE a.usage_point_number IN (SELECT suministro FROM staged_contratos) AND NOT EXISTS
            (SELECT FROM staged_contratos p WHERE p.suministro = a.usage_point_number AND p.desde = a.valid_from AND p.problem_reason IS NULL)) o`,
  when: `o.suministro = s.suministro AND o.desde <> s.desde AND daterange(o.desde, o.hasta, '[]') && daterange(s.desde, s.hasta, '[]')`,
  column: "desde",
  reason: `format('El contrato se cruza con otro del mismo suministro, del %s al %s.', o.desde, coalesce(o.hasta::text, 'presente'))`,
  remedy: "Dos contratos de un suministro no pueden regir el mismo día: ponga «hasta» al que terminó.",
};

const BILL_KEY = ["suministro", "periodo", "documento"];

const billChecks: Check[] = [
  {
    resource: "boletas",
    from: "(SELECT tipo_dte, folio, min(line) AS first FROM staged_boletas WHERE folio IS NOT NULL GROUP BY tipo_dte, folio HAVING count(*) > 1) d",
    when: "s.tipo_dte = d.tipo_dte AND s.folio = d.folio",
    column: "folio",
    reason: "format('El folio se repite en el archivo; la primera vez, en la línea %s.', d.first)",
    remedy: "Cada documento tributario tiene su propio tipo y folio.",
  },
  {
    resource: "boletas",
    from: "bill b",
    when: "b.tipo_dte = s.tipo_dte AND b.folio = s.folio AND (b.usage_point_number, b.period, b.document) <> (s.suministro, s.periodo, s.documento)",
    column: "folio",
    reason:
      "format('El folio ya es de otra boleta del portal: %s, %s, %s.', b.usage_point_number, b.period, b.document)",
    remedy: "Revise el folio, o cargue primero esa boleta sin él.",
  },
  {
    resource: "boletas",
    from: `(SELECT ${BILL_KEY.join(", ")}, min(line) AS first FROM staged_cargos WHERE problem_reason IS NOT NULL GROUP BY ${BILL_KEY.join(", ")}) c`,
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
      from: `staged_boletas b LEFT JOIN staged_line_items c ON ${same("b", BILL_KEY, "c")}`,
      when: `b.line = s.line AND s.${column} <> ${sum}`,
      column,
      reason: `format('Sus cargos ${adjective} suman %s y la boleta dice %s.', trim_scale(${sum}), trim_scale(s.${column}))`,
      remedy: "Revise los cargos de la boleta: ¿falta alguno, o está mal marcado su «afecto»?",
    };
  }),
];

const chargeWithoutBill: Check = {
  resource: "cargos",
  when: `NOT EXISTS (SELECT FROM staged_boletas b WHERE ${same("s", BILL_KEY, "b")})`,
  column: "documento",
  reason: "'Su boleta no está en el archivo de boletas.'",
  remedy: "Agregue la boleta: los cargos se cargan junto con ella.",
};

const chargeOfRejectedBill: Check = {
  resource: "cargos",
  from: "staged_boletas b",
  when: `${same("s", BILL_KEY, "b")} AND b.problem_reason IS NOT NULL`,
  column: "documento",
  reason: "format('Su boleta fue rechazada (línea %s de boletas).', b.line)",
  remedy: "Corrija la boleta: sus cargos se publican con ella.",
};

/** The lines of every bill, in order, as `bill.line_items` keeps them (`LineItem` of lib/billing/model.ts), and their sums. */
const LINE_ITEMS = `
  CREATE TEMPORARY TABLE staged_line_items ON COMMIT DROP AS
  SELECT ${BILL_KEY.join(", ")},
    sum(monto) FILTER (WHERE afecto = 'SI') AS afecto, sum(monto) FILTER (WHERE afecto = 'NO') AS exento,
    json_agg(json_build_object('line', linea, 'description', glosa, 'quantity', trim_scale(cantidad)::text, 'unit', unidad,
      'unitPrice', trim_scale(precio_unitario)::text, 'amount', trim_scale(monto)::text, 'taxable', afecto = 'SI') ORDER BY linea)::jsonb AS line_items
  FROM staged_cargos s WHERE ${ACCEPTED} GROUP BY ${BILL_KEY.join(", ")}`;

/** Rejects what no row shows by itself: repeated keys, unknown references, contracts that cross, bills that do not add up. */
export async function crossCheck(client: pg.ClientBase): Promise<void> {
  for (const resource of resources)
    for (const check of [repeatedKey(resource), ...unknownReferences(resource)]) await reject(client, check);
  // A rejected contract leaves the portal's own in force, which may cross with another.
  while ((await reject(client, overlap)) > 0);
  await reject(client, chargeWithoutBill);
  await client.query(LINE_ITEMS);
  await client.query("ANALYZE staged_line_items");
  for (const check of billChecks) await reject(client, check);
  await reject(client, chargeOfRejectedBill);
}
