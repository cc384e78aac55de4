import type pg from "pg";

const COLUMNS = [
  "issuer_rut",
  "tipo",
  "folio",
  "issued_on",
  "receiver_rut",
  "total_amount",
  "sha256",
  "file_key",
  "start_byte",
  "end_byte",
  "encoding",
  "pdf_key",
  "certification",
  "resolution_number",
  "resolution_on",
  "signature",
];
const SAME = "d.issuer_rut = s.issuer_rut AND d.tipo = s.tipo AND d.folio = s.folio";

/**
 * Publishes the accepted documents whose files `storeDtes` wrote. One that is there already is the same, for others were
 * rejected: only a PDF may have come since.
 */
export async function publishDtes(client: pg.ClientBase) {
  const updated = await client.query(
    `UPDATE dte d SET pdf_key = s.pdf_key FROM staging.dte s
     WHERE s.problem IS NULL AND s.pdf_key IS NOT NULL AND ${SAME} AND d.pdf_key IS DISTINCT FROM s.pdf_key`,
  );
  const inserted = await client.query(
    `INSERT INTO dte (${COLUMNS.join(", ")}) SELECT ${COLUMNS.map((column) => `s.${column}`).join(", ")}
     FROM staging.dte s WHERE s.problem IS NULL AND NOT EXISTS (SELECT FROM dte d WHERE ${SAME})`,
  );
  const { rows } = await client.query<{ accepted: number }>(
    "SELECT count(*)::integer AS accepted FROM staging.dte WHERE problem IS NULL",
  );
  const counts = { inserted: inserted.rowCount ?? 0, updated: updated.rowCount ?? 0 };
  return { ...counts, unchanged: (rows[0]?.accepted ?? 0) - counts.inserted - counts.updated };
}
