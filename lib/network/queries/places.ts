import type { Context } from "../../kernel/context.ts";
import type { Edition } from "../model.ts";

/** A region and its comunas with network, in alphabetical order. */
export interface Region {
  name: string;
  comunas: string[];
}

/** Where the network is. */
export async function regions(ctx: Context, edition: Edition): Promise<Region[]> {
  const rows = await ctx.db.$queryRawUnsafe<{ region: string | null; comuna: string }[]>(
    "SELECT asset_id AS region, label AS comuna FROM network_search_term WHERE edition = $1 AND kind = 'comuna' ORDER BY term",
    edition.id,
  );
  const known = rows.filter((row): row is { region: string; comuna: string } => row.region !== null);
  const named = [...Map.groupBy(known, ({ region }) => region)];
  return named
    .map(([name, of]) => ({ name, comunas: of.map(({ comuna }) => comuna) }))
    .sort((one, other) => one.name.localeCompare(other.name, "es"));
}

/** An asset to choose. */
export interface Choice {
  id: string;
  name: string | null;
  /** What it hangs from. */
  under: string | null;
}

const MOST = 2_000;

export const substationChoices = (ctx: Context, edition: Edition): Promise<Choice[]> =>
  ctx.db.$queryRawUnsafe<Choice[]>(
    `SELECT id, name, NULL AS under FROM substation WHERE edition = $1 ORDER BY name, id LIMIT ${MOST}`,
    edition.id,
  );

export const feederChoices = (ctx: Context, edition: Edition): Promise<Choice[]> =>
  ctx.db.$queryRawUnsafe<Choice[]>(
    `SELECT id, name, substation_id AS under FROM feeder WHERE edition = $1 ORDER BY name, id LIMIT ${MOST}`,
    edition.id,
  );

/** The transformers of a feeder. */
export const transformerChoices = (ctx: Context, edition: Edition, feeder: string): Promise<Choice[]> =>
  ctx.db.$queryRawUnsafe<Choice[]>(
    `SELECT id, name, feeder_id AS under FROM power_transformer WHERE edition = $1 AND feeder_id = $2 ORDER BY length(id), id LIMIT ${MOST}`,
    edition.id,
    feeder,
  );
