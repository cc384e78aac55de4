import pg from "pg";
import type { ResourceName } from "../model.ts";
import { ACCEPTED, staged } from "../staging/staging.ts";

/** A set-based check of one resource's staged rows `s`: those that meet `when` and were right until now are rejected. */
export interface Check {
  resource: ResourceName;
  /** Further rows to compare with. */
  from?: string;
  when: string;
  /** Column of the row that is named, and shown with its value. */
  column: string;
  /** SQL expression over `s` and `from`. */
  reason: string;
  remedy: string;
  /** The row is rejected only because another is: reports name it after the others. */
  consequence?: true;
}

/** Rejects what the check finds; returns how many rows. */
export async function reject(client: pg.ClientBase, check: Check): Promise<number> {
  const { resource, from, when, column, reason, remedy, consequence = false } = check;
  const problem = [
    `'column', '${column}'`,
    `'value', s.${column}::text`,
    `'reason', ${reason}`,
    `'consequence', ${consequence}`,
  ];
  const { rowCount } = await client.query(
    `UPDATE ${staged(resource)} s
     SET problem = jsonb_build_object(${problem.join(", ")}, 'remedy', ${pg.escapeLiteral(remedy)})
     ${from ? `FROM ${from}` : ""} WHERE ${ACCEPTED} AND (${when})`,
  );
  return rowCount ?? 0;
}

/** `one` and `other` have the same values in these columns, which `other` may name differently. */
export const same = (
  one: string,
  columns: readonly string[],
  other: string,
  others: readonly string[] = columns,
) => columns.map((column, at) => `${one}.${column} = ${other}.${others[at] ?? column}`).join(" AND ");

/** What a charge and its bill share. */
export const BILL_KEY = ["suministro", "periodo", "documento"];
