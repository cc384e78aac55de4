import pg from "pg";
import { inUtc } from "../platform/database-url.ts";

/** What the last bill of a supply says that proves it: for whoever tries the demonstration, and has no paper. */
export async function printedBill(
  databaseUrl: string,
  supply: string,
): Promise<{ meter: string; period: string; total: string } | null> {
  const client = new pg.Client({ connectionString: inUtc(databaseUrl), connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ meter: string; period: string; total: string }>(
      `SELECT m.serial_number AS meter, b.period, trim_scale(b.total_amount)::text AS total
       FROM bill b JOIN meter m USING (usage_point_number)
       WHERE b.usage_point_number = $1 AND b.total_amount > 0 AND b.cancelled_on IS NULL AND b.replaced_by IS NULL
         AND m.removed_on IS NULL
       ORDER BY b.period DESC LIMIT 1`,
      [supply],
    );
    return rows[0] ?? null;
  } finally {
    await client.end();
  }
}
