import { resourceNamed } from "../format/resources.ts";
import { ACCEPTED } from "../staging/staging.ts";
import { BILL_KEY, same, type Check } from "./check.ts";
import { remaining } from "./gone.ts";

const SUMS = { afecto: "coalesce(c.afecto, 0)", exento: "coalesce(c.exento, 0)" };
const addsUp = (column: keyof typeof SUMS, adjective: string) =>
  `format('Sus cargos ${adjective} suman %s y la boleta dice %s.', trim_scale(${SUMS[column]}), trim_scale(s.${column}))`;
const CHARGES_MISSING = "Revise los cargos de la boleta: ¿falta alguno, o está mal marcado su «afecto»?";

/** A bill has its folio to itself, and is the sum of its charges. */
export const billChecks: Check[] = [
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
    // Without the first condition a hash join compares every bill without a folio with every other.
    when: "s.folio IS NOT NULL AND b.folio IS NOT NULL AND b.tipo_dte = s.tipo_dte AND b.folio = s.folio AND (b.usage_point_number, b.period, b.document) <> (s.suministro, s.periodo, s.documento)",
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
  {
    resource: "boletas",
    from: `staging.boletas b LEFT JOIN staging.bill_lines c ON ${same("b", BILL_KEY, "c")}`,
    when: `b.line = s.line AND s.afecto <> ${SUMS.afecto}`,
    column: "afecto",
    reason: addsUp("afecto", "afectos"),
    remedy: CHARGES_MISSING,
  },
  {
    resource: "boletas",
    from: `staging.boletas b LEFT JOIN staging.bill_lines c ON ${same("b", BILL_KEY, "c")}`,
    when: `b.line = s.line AND s.exento <> ${SUMS.exento}`,
    column: "exento",
    reason: addsUp("exento", "no afectos"),
    remedy: CHARGES_MISSING,
  },
];

export const chargeWithoutBill: Check = {
  resource: "cargos",
  when: `NOT EXISTS (SELECT FROM staging.boletas b WHERE ${same("s", BILL_KEY, "b")})`,
  column: "documento",
  reason: "'Su boleta no está en el archivo de boletas.'",
  remedy: "Agregue la boleta: los cargos se cargan junto con ella.",
};

export const chargeOfRejectedBill: Check = {
  resource: "cargos",
  from: "staging.boletas b",
  when: `${same("s", BILL_KEY, "b")} AND b.problem IS NOT NULL`,
  column: "documento",
  reason: "format('Su boleta fue rechazada (línea %s de boletas).', b.line)",
  remedy: "Corrija la boleta: sus cargos se publican con ella.",
  consequence: true,
};

const [REPLACED, REPLACES] = [
  "coalesce(s.anulada::text, '') = '' AND s.reemplaza IS NOT NULL",
  "o.replaces IS NOT NULL AND o.cancelled_on IS NULL",
];

/** Bills that in the end replace themselves: both would count as replaced, and none would be owed. */
const CYCLES = `(WITH RECURSIVE edges AS (
    SELECT suministro, documento, reemplaza FROM staging.boletas s WHERE ${ACCEPTED} AND ${REPLACED}
    UNION ALL
    SELECT o.usage_point_number, o.document, o.replaces FROM ${remaining(resourceNamed("boletas"))} o
    WHERE ${REPLACES} AND o.usage_point_number IN (SELECT suministro FROM staging.boletas WHERE reemplaza IS NOT NULL)
      AND NOT EXISTS (SELECT FROM staging.boletas b WHERE b.suministro = o.usage_point_number AND b.periodo = o.period
        AND b.documento = o.document AND b.problem IS NULL)
  ), walk AS (
    SELECT suministro, documento AS start, reemplaza AS at, 1 AS steps FROM edges
    UNION ALL
    SELECT w.suministro, w.start, e.reemplaza, w.steps + 1 FROM walk w
      JOIN edges e ON e.suministro = w.suministro AND e.documento = w.at WHERE w.at <> w.start AND w.steps < 100
  ) SELECT DISTINCT suministro, start FROM walk WHERE at = start) c`;

/** A bill replaces one that is there, that no other replaces, and that does not in the end replace it. */
export const replacementChecks: Check[] = [
  {
    resource: "boletas",
    from: CYCLES,
    when: `${REPLACED} AND s.suministro = c.suministro AND s.documento = c.start`,
    column: "reemplaza",
    reason: "format('La boleta %s reemplaza, al final, a ésta misma.', s.reemplaza)",
    remedy: "Deje «reemplaza» sólo en la boleta que vale.",
  },
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
