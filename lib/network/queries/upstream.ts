import type { Context } from "../../kernel/context.ts";
import type { Asset, Edition } from "../model.ts";
import { pathsTo, wayFrom, type Edge, type Paths, type Way } from "../path.ts";

/** Equipment that the way to the substation passes. */
export interface Passed {
  id: string;
  kind: string | null;
  state: string | null;
  pole: string;
}

/** How an asset is fed: from its pole over the line to where the feeder begins, at the substation. */
export interface Upstream {
  metres: number;
  spans: string[];
  nodes: string[];
  /** In low voltage, the transformer on the way. */
  transformer: string | null;
  equipment: Passed[];
}

const KEPT_FEEDERS = 30;
type KeptPaths = Map<string, Promise<Paths | null>>;
/** Editions never change: what was found of a feeder holds for good. The ones asked for last are kept, by database. */
const keptIn = new WeakMap<Context["db"], KeptPaths>();

function pathsOf(ctx: Context, edition: number, feeder: string): Promise<Paths | null> {
  const kept: KeptPaths = keptIn.get(ctx.db) ?? new Map<string, Promise<Paths | null>>();
  keptIn.set(ctx.db, kept);
  const key = `${edition} ${feeder}`;
  const found = kept.get(key) ?? feederPaths(ctx, edition, feeder);
  kept.delete(key);
  kept.set(key, found);
  found.catch(() => kept.delete(key));
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT_FEEDERS) break;
    kept.delete(oldest);
  }
  return found;
}

const EDGES = "SELECT id, from_pole_id AS from, to_pole_id AS to, coalesce(length_m, 0) AS metres FROM span";
const ON_A_LINE = "from_pole_id IS NOT NULL AND to_pole_id IS NOT NULL";

/** The feeder's own line of medium voltage, from its node nearest to the substation. */
async function feederPaths(ctx: Context, edition: number, feeder: string): Promise<Paths | null> {
  const edges = await ctx.db.$queryRawUnsafe<Edge[]>(
    `${EDGES} WHERE edition = $1 AND feeder_id = $2 AND transformer_id IS NULL AND ${ON_A_LINE}`,
    edition,
    feeder,
  );
  const [head] = await ctx.db.$queryRawUnsafe<{ id: string }[]>(
    `SELECT p.id FROM feeder f
       JOIN pole p ON p.edition = f.edition AND p.id = ANY ($3)
       LEFT JOIN substation s ON s.edition = f.edition AND s.id = f.substation_id
     WHERE f.edition = $1 AND f.id = $2
     ORDER BY p.id IS NOT DISTINCT FROM f.distribution_node DESC, point(p.lon, p.lat) <-> point(s.lon, s.lat) NULLS LAST, p.id
     LIMIT 1`,
    edition,
    feeder,
    [...new Set(edges.flatMap(({ from, to }) => [from, to]))],
  );
  return head ? pathsTo(head.id, edges) : null;
}

/** Where the asset is on the line, and of which transformer's low voltage, if it is. */
async function placeOf(ctx: Context, edition: number, { layer, id, values }: Asset) {
  const text = (column: string) => {
    const value = values[column];
    return typeof value === "string" ? value : null;
  };
  if (layer === "vanos")
    return { node: text("from_pole_id"), feeder: text("feeder_id"), transformer: text("transformer_id") };
  if (layer !== "postes") return { node: text("pole_id"), feeder: text("feeder_id"), transformer: null };
  const [span] = await ctx.db.$queryRawUnsafe<{ feeder: string | null; transformer: string | null }[]>(
    `SELECT feeder_id AS feeder, transformer_id AS transformer FROM span
     WHERE edition = $1 AND (from_pole_id = $2 OR to_pole_id = $2) ORDER BY transformer_id NULLS FIRST LIMIT 1`,
    edition,
    id,
  );
  return { node: id, feeder: span?.feeder ?? null, transformer: span?.transformer ?? null };
}

/** The way from an asset up to its substation; null when the data do not tell it. */
export async function upstream(ctx: Context, edition: Edition, asset: Asset): Promise<Upstream | null> {
  if (asset.layer === "subestaciones" || asset.layer === "alimentadores") return null;
  const { node, feeder, transformer } = await placeOf(ctx, edition.id, asset);
  if (node === null || feeder === null) return null;
  const low =
    transformer === null ? { way: null, node } : await lowVoltage(ctx, edition.id, { transformer, node });
  if (!low) return null;
  const paths = await pathsOf(ctx, edition.id, feeder);
  const way = paths && wayFrom(low.node, paths);
  if (!way) return null;
  const nodes = [...(low.way?.nodes.slice(0, -1) ?? []), ...way.nodes];
  return {
    metres: way.metres + (low.way?.metres ?? 0),
    spans: [...(low.way?.spans ?? []), ...way.spans],
    nodes,
    transformer,
    equipment: await passed(ctx, edition.id, { feeder, nodes: way.nodes }),
  };
}

/** From a pole of low voltage to its transformer. */
async function lowVoltage(
  ctx: Context,
  edition: number,
  { transformer, node }: { transformer: string; node: string },
): Promise<{ way: Way; node: string } | null> {
  const [edges, feeding] = await Promise.all([
    ctx.db.$queryRawUnsafe<Edge[]>(
      `${EDGES} WHERE edition = $1 AND transformer_id = $2 AND ${ON_A_LINE}`,
      edition,
      transformer,
    ),
    ctx.db.powerTransformer.findUnique({
      where: { edition_id: { edition, id: transformer } },
      select: { poleId: true },
    }),
  ]);
  if (!feeding?.poleId) return null;
  const way = wayFrom(node, pathsTo(feeding.poleId, edges));
  return way && { way, node: feeding.poleId };
}

async function passed(
  ctx: Context,
  edition: number,
  { feeder, nodes }: { feeder: string; nodes: readonly string[] },
): Promise<Passed[]> {
  const found = await ctx.db.conductingEquipment.findMany({
    where: { edition, feederId: feeder, poleId: { in: [...nodes] } },
    select: { id: true, kind: true, normalState: true, poleId: true },
  });
  return found
    .map(({ id, kind, normalState, poleId }) => ({ id, kind, state: normalState, pole: poleId ?? "" }))
    .sort((one, other) => nodes.indexOf(one.pole) - nodes.indexOf(other.pole));
}
