import type pg from "pg";
import { shown } from "../package/shown.ts";
import { unattachedDtes } from "./checks.ts";
import { DTE, type ResourceCount } from "../model.ts";

const SAME = "d.issuer_rut = s.issuer_rut AND d.tipo = s.tipo AND d.folio = s.folio";

/** What becomes of every tax document of the package; null when it brings none. @throws Error when one is not accounted for */
export async function accountDtes(client: pg.ClientBase, read: number): Promise<ResourceCount | null> {
  if (read === 0) return null;
  const { rows } = await client.query<Pick<ResourceCount, "accepted" | "rejected" | "inserted" | "updated">>(
    `SELECT count(*) FILTER (WHERE s.problem IS NULL)::integer AS accepted,
       count(*) FILTER (WHERE s.problem IS NOT NULL)::integer AS rejected,
       count(*) FILTER (WHERE s.problem IS NULL AND d.folio IS NULL)::integer AS inserted,
       count(*) FILTER (WHERE s.problem IS NULL AND d.folio IS NOT NULL AND s.pdf_key IS NOT NULL
         AND d.pdf_key IS DISTINCT FROM s.pdf_key)::integer AS updated
     FROM staging.dte s LEFT JOIN dte d ON ${SAME}`,
  );
  const { accepted, rejected, inserted, updated } = rows[0] ?? {
    accepted: 0,
    rejected: 0,
    inserted: 0,
    updated: 0,
  };
  if (accepted + rejected !== read) throw new Error(`tax documents are not accounted for: ${read} read`);
  const unchanged = accepted - inserted - updated;
  return {
    ...{ resource: DTE, file: `${DTE}/`, read, accepted, rejected, inserted, updated, unchanged },
    ...{ deleted: 0, totals: [] },
  };
}

/** What is worth knowing of the package's tax documents. */
export async function dteNotices(client: pg.ClientBase, ignored: readonly string[]): Promise<string[]> {
  const unattached = await unattachedDtes(client);
  const { rows } = await client.query<{ unconfirmed: number; certification: number }>(
    `SELECT count(*) FILTER (WHERE signature = 'unconfirmed')::integer AS unconfirmed,
       count(*) FILTER (WHERE certification)::integer AS certification FROM staging.dte WHERE problem IS NULL`,
  );
  const { unconfirmed, certification } = rows[0] ?? { unconfirmed: 0, certification: 0 };
  const notices: [count: number, notice: string][] = [
    [unattached, `Documentos tributarios que todavía no tienen boleta en el portal: ${unattached}.`],
    [
      unconfirmed,
      `Documentos tributarios cuya firma XML no se pudo confirmar fuera de su sobre: ${unconfirmed}. Su timbre es correcto.`,
    ],
    [
      certification,
      `Documentos tributarios del ambiente de certificación del SII, sin valor tributario: ${certification}.`,
    ],
    [
      ignored.length,
      `No se leyó ${ignored.slice(0, 5).map(shown).join(", ")}${ignored.length > 5 ? " …" : ""}: no es un documento tributario ni el PDF de uno.`,
    ],
  ];
  return notices.flatMap(([count, notice]) => (count > 0 ? [notice] : []));
}
