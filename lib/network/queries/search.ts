import type { Context } from "../../kernel/context.ts";
import type { LayerName } from "../fields.ts";
import { layerNamed } from "../layers.ts";
import type { Edition, Position } from "../model.ts";
import { otherSpellings, ranked, type Found } from "../search.ts";

/** As many rows are looked at: enough for a page, though an asset is found by up to five. */
const LOOKED_AT = 150;
/** A word shorter than this is like too many others. */
const SHORTEST_MISSPELT = 4;

/**
 * Comes after whatever a term goes on with. Bounds, not LIKE: a plan that is made once for all words cannot tell where
 * LIKE begins, and reads the whole index for a word that nothing begins with.
 */
const AFTER_ALL = "\u{10FFFF}";

interface Row {
  term: string;
  kind: Found["kind"];
  layer: Found["layer"];
  id: string | null;
  label: string;
  count: number;
  exact: boolean;
}

const COLUMNS = "term, kind, layer, asset_id AS id, label, count";

/** What is looked for. */
export interface Looking {
  words: string;
  layer: LayerName | null;
  /** Only what is found in this way: an asset whose identifier is also its plate is found in both. */
  kind?: "id" | "plate";
  limit: number;
}

/** What the words find: by its whole name, by how it begins, and by a name like it. */
export async function search(
  ctx: Context,
  edition: Edition,
  { words, layer, kind, limit }: Looking,
): Promise<Found[]> {
  const [term] = await ctx.db.$queryRawUnsafe<{ term: string }[]>("SELECT network_term($1) AS term", words);
  if (!term?.term) return [];
  const spellings = otherSpellings(term.term);
  const only = [
    layer === null ? "" : ` AND layer = '${layerNamed(layer).name}'`,
    kind === undefined ? "" : ` AND kind = '${kind}'`,
  ].join("");
  const found = await ctx.db.$queryRawUnsafe<Row[]>(
    `(SELECT ${COLUMNS}, true AS exact FROM network_search_term WHERE edition = $1 AND term = ANY ($2)${only} LIMIT ${LOOKED_AT})
     UNION ALL
     (SELECT ${COLUMNS}, false FROM network_search_term
      WHERE edition = $1 AND term ~>=~ $3::text AND term ~<~ ($3::text || '${AFTER_ALL}') AND term <> ALL ($2)${only}
      ORDER BY term USING ~<~ LIMIT ${LOOKED_AT})`,
    edition.id,
    spellings,
    term.term,
  );
  // "1 152" is also a way to write 1152, but where there is a 1 152 nobody meant the other.
  const asTyped = found.some((row) => row.exact && row.term === spellings[0]);
  const isExact = (of: string, exact: boolean) => exact && (!asTyped || of === spellings[0]);
  if (found.length < limit && term.term.length >= SHORTEST_MISSPELT)
    found.push(...(await misspelt(ctx, edition, { term: term.term, only })));
  return ranked(found.map(({ term: of, ...row }) => ({ ...row, exact: isExact(of, row.exact) }))).slice(
    0,
    limit,
  );
}

async function misspelt(
  ctx: Context,
  edition: Edition,
  { term, only }: { term: string; only: string },
): Promise<Row[]> {
  return ctx.db.$queryRawUnsafe<Row[]>(
    `SELECT ${COLUMNS}, false AS exact FROM network_names_like($1::integer, $2) n WHERE true${only}
     ORDER BY word_similarity($2, n.term) DESC LIMIT ${LOOKED_AT}`,
    edition.id,
    term,
  );
}

/** An asset near a place. */
export interface Near {
  layer: LayerName;
  id: string;
  name: string | null;
  metres: number;
}

const NEAREST = 3;

/** The poles, transformers and equipment nearest to a place, within two kilometres or so. */
export async function nearest(ctx: Context, edition: Edition, [lon, lat]: Position): Promise<Near[]> {
  const degrees = 0.02;
  const metres = (lonOf: string, latOf: string) =>
    `111195 * sqrt(((${lonOf} - $2) * cos(radians($3)))^2 + (${latOf} - $3)^2)`;
  const points = (["transformadores", "postes", "equipos"] as const).map((layer) => {
    const name = layer === "transformadores" ? "name" : layer === "equipos" ? "kind" : "NULL::text";
    return `(SELECT '${layer}' AS layer, id, ${name} AS name, ${metres("lon", "lat")} AS metres FROM ${layerNamed(layer).table}
      WHERE edition = $1 AND point(lon, lat) <@ box(point($2 - ${degrees}, $3 - ${degrees}), point($2 + ${degrees}, $3 + ${degrees}))
      ORDER BY point(lon, lat) <-> point($2, $3) LIMIT ${2 * NEAREST})`;
  });
  const found = await ctx.db.$queryRawUnsafe<Near[]>(points.join(" UNION ALL "), edition.id, lon, lat);
  const each = Map.groupBy(found, ({ layer }) => layer);
  return [...each.values()].flatMap((near) =>
    near.toSorted((one, other) => one.metres - other.metres).slice(0, NEAREST),
  );
}
