import type { Context, CustomerActor } from "../../kernel/context.ts";
import { decimalText, type DecimalText } from "../../kernel/decimal.ts";
import { SHARED_BY, type HeldFacts } from "../proof.ts";

export interface HeldProof extends HeldFacts {
  /** Of the contract in force; null where the supply is not known or nobody holds it: then the facts are another's. */
  agreement: { id: string; number: string } | null;
  /** Its people have said of this person that they have no business there. */
  disowned: boolean;
}

interface Row {
  agreementId: string;
  number: string;
  asked: boolean;
  meters: string[];
  metered: boolean;
  bills: { total: string; folio: string; shared: boolean }[];
  disowned: boolean;
}

/** What nobody's bill says, for a company that has loaded none. */
const NOTHING: HeldProof = { agreement: null, disowned: false, meters: ["-"], metered: true, bills: [] };

/**
 * What proves a supply, in one statement whether or not it exists: of one that does not, another's facts are read in its
 * place, so that an answer takes as long. `written` are the ways to write its number, the likeliest first.
 */
export async function heldProof(
  ctx: Context<CustomerActor>,
  written: readonly [string, string],
): Promise<HeldProof> {
  const [row] = await ctx.db.$queryRaw<Row[]>`
    WITH agreement AS (
      (SELECT id, usage_point_number, valid_from, valid_to, 1 + (usage_point_number = ${written[0]})::int AS asked
       FROM customer_agreement WHERE usage_point_number IN (${written[0]}, ${written[1]})
         AND valid_from <= ${ctx.today()}::date AND (valid_to IS NULL OR valid_to >= ${ctx.today()}::date))
      UNION ALL
      (SELECT id, usage_point_number, valid_from, valid_to, 0 FROM customer_agreement
       WHERE valid_to IS NULL ORDER BY id LIMIT 1)
      ORDER BY asked DESC LIMIT 1
    ), recent AS (
      SELECT b.period, b.total_amount, b.served_from, coalesce(b.folio::text, b.document) AS folio
      FROM agreement a JOIN bill b USING (usage_point_number)
      WHERE b.served_to >= a.valid_from AND (a.valid_to IS NULL OR b.served_to <= a.valid_to)
        AND b.total_amount > 0 AND b.cancelled_on IS NULL AND b.replaced_by IS NULL
      ORDER BY b.period DESC, b.issued_on DESC, b.document LIMIT 3
    )
    SELECT a.id::text AS "agreementId", a.usage_point_number AS number, a.asked > 0 AS asked,
      ARRAY(SELECT serial_number FROM meter m WHERE m.usage_point_number = a.usage_point_number
        AND installed_on <= ${ctx.today()}::date
        AND (removed_on IS NULL OR removed_on >= (SELECT min(served_from) FROM recent))) AS meters,
      EXISTS (SELECT FROM meter m WHERE m.usage_point_number = a.usage_point_number
        AND installed_on <= ${ctx.today()}::date
        AND (removed_on IS NULL OR removed_on >= ${ctx.today()}::date)) AS metered,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('total', r.total_amount::text, 'folio', r.folio, 'shared',
          (SELECT count(*) FROM (SELECT FROM bill s WHERE s.period = r.period AND s.total_amount = r.total_amount
            AND s.cancelled_on IS NULL AND s.replaced_by IS NULL LIMIT ${SHARED_BY}) AS same) >= ${SHARED_BY})), '[]')
       FROM recent r) AS bills,
      EXISTS (SELECT FROM disowned_link d JOIN portal_user u USING (identity_number)
        WHERE d.agreement_id = a.id AND u.id = ${ctx.actor.userId}::uuid) AS disowned
    FROM agreement a`;
  if (!row) return NOTHING;
  const { agreementId, number, asked, bills, ...facts } = row;
  return {
    ...facts,
    agreement: asked ? { id: agreementId, number } : null,
    bills: bills.map((bill) => ({ ...bill, total: plain(bill.total) })),
  };
}

/** "55900.00" as `readAmount` writes it: "55900" */
const plain = (total: string): DecimalText => decimalText({ toFixed: () => total });
