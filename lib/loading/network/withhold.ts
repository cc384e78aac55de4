import type pg from "pg";

/**
 * Serves too few customers to publish what they use: low and medium voltage together, where unknown counts as fewer;
 * with none at all nobody's use shows.
 */
const tooFew = (low: string, medium: string) =>
  `(coalesce(${low}, 0) + coalesce(${medium}, 0) < $1 AND NOT (${low} IS NOT DISTINCT FROM 0 AND ${medium} IS NOT DISTINCT FROM 0))`;

/**
 * Takes energy and demand of assets that serve fewer than `minimum` customers out of what was staged, before anything
 * is compared or kept: the portal never has them.
 */
export async function withhold(client: pg.ClientBase, minimum: number): Promise<void> {
  const small = [
    ["alimentadores", "lv_customer_count", "mv_customer_count"],
    ["transformadores", "customer_count", "mv_customer_count"],
  ] as const;
  for (const [name, low, medium] of small) {
    await client.query(`ALTER TABLE staging.net_${name} ADD COLUMN withheld boolean NOT NULL DEFAULT false`);
    await client.query(`UPDATE staging.net_${name} SET withheld = true WHERE ${tooFew(low, medium)}`, [
      minimum,
    ]);
    await client.query(
      `UPDATE staging.net_demanda_${name} d SET energy_kwh = NULL, min_demand = NULL, max_demand = NULL, ${name === "alimentadores" ? "billed_kwh" : "note"} = NULL
       FROM staging.net_${name} a WHERE a.id = d.asset_id AND a.withheld`,
    );
  }
  await client.query("UPDATE staging.net_alimentadores SET annual_energy_kwh = NULL WHERE withheld");
}
