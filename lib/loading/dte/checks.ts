import pg from "pg";
import { remaining } from "../checks/gone.ts";
import { resourceNamed } from "../format/resources.ts";

/** A set-based check of staged rows `s` that were right until now; `reason` is SQL over `s` and `from`. */
interface DteCheck {
  from: string;
  when: string;
  column: string;
  /** SQL: what the row says of `column`. */
  value: string;
  reason: string;
  remedy: string;
}

/** The portal's bills without those that this load takes away. */
const BILLS = remaining(resourceNamed("boletas"));
const SAME_DTE = "o.issuer_rut = s.issuer_rut AND o.tipo = s.tipo AND o.folio = s.folio";

/** Of two sound documents with one folio nobody can tell which is right: both stay out. */
const repeated: DteCheck = {
  from: `(SELECT issuer_rut, tipo, folio, count(*) AS times, min(path) AS first, max(path) AS last FROM staging.dte
          WHERE problem IS NULL GROUP BY issuer_rut, tipo, folio HAVING count(*) > 1) o`,
  when: SAME_DTE,
  column: "Folio",
  value: "s.folio",
  reason: `format('El documento de tipo %s y folio %s viene %s veces en el paquete: la primera en %s y la última en %s.',
    s.tipo, s.folio, o.times, o.first, o.last)`,
  remedy: "Deje una sola vez cada documento.",
};

const changed: DteCheck = {
  from: "dte o",
  when: `${SAME_DTE} AND o.sha256 <> s.sha256`,
  column: "Folio",
  value: "s.folio",
  reason: `format('El documento de tipo %s y folio %s ya está en el portal con otro contenido.', s.tipo, s.folio)`,
  remedy: "Un documento emitido no cambia: cargue el archivo original, o una nota de crédito que lo corrija.",
};

/** A bill whose total the package would change is the package's, and not the portal's, to compare with. */
const otherTotal: DteCheck = {
  from: `(SELECT b.tipo_dte, b.folio, b.total, b.suministro, b.periodo, b.documento FROM staging.boletas b
          WHERE b.problem IS NULL AND b.folio IS NOT NULL
          UNION ALL
          SELECT b.tipo_dte, b.folio, b.total_amount, b.usage_point_number, b.period, b.document FROM ${BILLS} b
          WHERE (b.tipo_dte, b.folio) IN (SELECT tipo, folio FROM staging.dte WHERE problem IS NULL) AND NOT EXISTS
            (SELECT FROM staging.boletas p WHERE p.problem IS NULL AND p.suministro = b.usage_point_number
               AND p.periodo = b.period AND p.documento = b.document)) o`,
  when: "o.tipo_dte = s.tipo AND o.folio = s.folio AND o.total <> s.total_amount",
  column: "MntTotal",
  value: "trim_scale(s.total_amount)",
  reason: `format('El total del documento es %s y el de su boleta (%s, %s, %s) es %s.',
    trim_scale(s.total_amount), o.suministro, o.periodo, o.documento, trim_scale(o.total))`,
  remedy: "Revise cuál de los dos es el correcto, y el tipo y el folio de la boleta.",
};

/** Rejects staged documents that contradict each other, the portal or their bill; `staging.boletas` is checked before. */
export async function crossCheckDtes(client: pg.ClientBase): Promise<void> {
  for (const check of [repeated, changed, otherTotal]) await reject(client, check);
}

async function reject(client: pg.ClientBase, { from, when, column, value, reason, remedy }: DteCheck) {
  await client.query(
    `UPDATE staging.dte s SET problem = jsonb_build_object('column', '${column}', 'value', (${value})::text,
       'reason', ${reason}, 'remedy', ${pg.escapeLiteral(remedy)})
     FROM ${from} WHERE s.problem IS NULL AND ${when}`,
  );
}

/**
 * The other direction, for the checks of `boletas`: staged bills `s` whose tax document is in the portal already, with
 * another total.
 */
export const billAgainstDte = (companyIdentity: string) => ({
  from: "dte d",
  when: `s.folio IS NOT NULL AND d.issuer_rut = ${pg.escapeLiteral(companyIdentity)} AND d.tipo = s.tipo_dte AND d.folio = s.folio AND d.total_amount <> s.total`,
  column: "total",
  reason: `format('El total de la boleta es %s y el de su documento tributario (tipo %s, folio %s) es %s.',
    trim_scale(s.total), d.tipo, d.folio, trim_scale(d.total_amount))`,
  remedy: "Revise el total, y el tipo y el folio de la boleta.",
});

/** How many accepted documents no bill of the package or of the portal claims. */
export async function unattachedDtes(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM staging.dte s WHERE s.problem IS NULL
       AND NOT EXISTS (SELECT FROM staging.boletas b WHERE b.problem IS NULL AND b.tipo_dte = s.tipo AND b.folio = s.folio)
       AND NOT EXISTS (SELECT FROM ${BILLS} b WHERE b.tipo_dte = s.tipo AND b.folio = s.folio)`,
  );
  return rows[0]?.count ?? 0;
}
