import type { Context } from "../../kernel/context.ts";
import { layerNamed } from "../layers.ts";
import type { DrawnLine, DrawnPoint, Surroundings } from "../drawing.ts";
import type { Asset, Box, Edition, Position } from "../model.ts";
import { boxOf, type Row } from "./rows.ts";

/** Degrees of latitude around what stands somewhere: about 250 m. */
const AROUND = 0.00225;
/** A drawing with more says nothing, and costs. */
const MOST_LINES = 1_500;
const MOST_POINTS = 600;

function widened([west, south, east, north]: Box): Box {
  const lon = AROUND / Math.max(0.2, Math.cos((south * Math.PI) / 180));
  return [west - 1.5 * lon, south - AROUND, east + 1.5 * lon, north + AROUND];
}
const boxAt = ([lon, lat]: Position): Box => [lon, lat, lon, lat];

/** What stands around an asset, to draw it; null when nobody knows where it is. */
export async function surroundings(
  ctx: Context,
  edition: Edition,
  asset: Asset,
): Promise<Surroundings | null> {
  if (asset.layer === "alimentadores")
    return ofFeeders(ctx, edition, { column: "id", id: asset.id, at: null });
  if (asset.layer === "subestaciones")
    return ofFeeders(ctx, edition, { column: "substation_id", id: asset.id, at: asset.at });
  const own = asset.at ? boxAt(asset.at) : asset.box;
  if (!own) return null;
  const box = widened(own);
  const [lines, points] = await Promise.all([
    linesWithin(ctx, edition.id, box),
    pointsWithin(ctx, edition.id, box),
  ]);
  return { box, lines, points };
}

const linesWithin = (ctx: Context, edition: number, box: Box) =>
  ctx.db.$queryRawUnsafe<DrawnLine[]>(
    `SELECT id, voltage_level AS level, phases, path FROM span
     WHERE edition = $1 AND box(point(min_lon, min_lat), point(max_lon, max_lat)) && box(point($2, $3), point($4, $5))
       AND path IS NOT NULL ORDER BY id LIMIT ${MOST_LINES}`,
    edition,
    ...box,
  );

async function pointsWithin(ctx: Context, edition: number, box: Box): Promise<DrawnPoint[]> {
  const rows = await ctx.db.$queryRawUnsafe<
    (Row & { id: string; layer: DrawnPoint["layer"]; lon: number; lat: number })[]
  >(
    (["postes", "equipos", "transformadores"] as const)
      .map(
        (layer) =>
          `(SELECT id, '${layer}' AS layer, lon, lat FROM ${layerNamed(layer).table}
            WHERE edition = $1 AND point(lon, lat) <@ box(point($2, $3), point($4, $5)) LIMIT ${MOST_POINTS})`,
      )
      .join(" UNION ALL "),
    edition,
    ...box,
  );
  return rows.map(({ id, layer, lon, lat }) => ({ id, layer, at: [lon, lat] }));
}

interface OfFeeders {
  column: "id" | "substation_id";
  id: string;
  at: Position | null;
}

/** Whole feeders, as their layer draws them. */
async function ofFeeders(
  ctx: Context,
  edition: Edition,
  { column, id, at }: OfFeeders,
): Promise<Surroundings | null> {
  const feeders = await ctx.db.$queryRawUnsafe<(Row & DrawnLine)[]>(
    `SELECT id, 'MT' AS level, 'RST' AS phases, path, min_lon, min_lat, max_lon, max_lat FROM feeder
     WHERE edition = $1 AND ${column} = $2 AND path IS NOT NULL LIMIT 100`,
    edition.id,
    id,
  );
  const extent = extentOf([...feeders.map(boxOf), at && boxAt(at)]);
  if (!extent) return null;
  const substations = await ctx.db.$queryRawUnsafe<{ id: string; lon: number; lat: number }[]>(
    `SELECT s.id, s.lon, s.lat FROM substation s WHERE s.edition = $1 AND s.lon IS NOT NULL
       AND (s.id = $2 OR s.id = (SELECT f.substation_id FROM feeder f WHERE f.edition = $1 AND f.id = $2))`,
    edition.id,
    id,
  );
  return {
    box: extentOf([extent, ...substations.map(({ lon, lat }) => boxAt([lon, lat]))]) ?? extent,
    lines: feeders.map(({ id: feeder, level, phases, path }) => ({ id: feeder, level, phases, path })),
    points: substations.map((one) => ({ id: one.id, layer: "subestaciones", at: [one.lon, one.lat] })),
  };
}

function extentOf(boxes: readonly (Box | null)[]): Box | null {
  const known = boxes.filter((box) => box !== null);
  if (known.length === 0) return null;
  const [west, south, east, north] = [0, 1, 2, 3].map((side) => known.map((box) => box[side] ?? 0));
  return [
    Math.min(...(west ?? [])),
    Math.min(...(south ?? [])),
    Math.max(...(east ?? [])),
    Math.max(...(north ?? [])),
  ];
}
