import type { Context } from "../../kernel/context.ts";
import type { Field } from "../fields.ts";
import type { Layer } from "../layers.ts";
import type { Edition } from "../model.ts";
import { BadRequest, EPSG_4326, parseCursor, publishedFields, type Crs, type ItemsQuery } from "../ogc.ts";
import { editionNumbered } from "./editions.ts";
import { Conditions, type Where } from "./lists.ts";

/** SQL for a GeoJSON geometry's text; latitude first where the system says so. */
function geometry({ geometry: kind }: Layer, crs: Crs): string {
  const latitudeFirst = crs === EPSG_4326;
  if (kind === "Point") {
    const [one, other] = latitudeFirst ? ["lat", "lon"] : ["lon", "lat"];
    return `CASE WHEN a.lon IS NULL THEN 'null' ELSE '{"type":"Point","coordinates":[' || a.${one} || ',' || a.${other} || ']}' END`;
  }
  return `coalesce('{"type":"${kind}","coordinates":' || ${latitudeFirst ? turned(kind) : "a.path"} || '}', 'null')`;
}

const vertices = (line: string) =>
  `(SELECT json_agg(json_build_array(v->1, v->0) ORDER BY at) FROM json_array_elements(${line}) WITH ORDINALITY x (v, at))`;
const turned = (kind: string) =>
  kind === "LineString"
    ? `${vertices("a.path::json")}::text`
    : `(SELECT json_agg(${vertices("l")} ORDER BY n)::text FROM json_array_elements(a.path::json) WITH ORDINALITY y (l, n))`;

/** SQL for a feature's text: made where the rows are, it costs least. */
function feature(layer: Layer, fields: readonly Field[], crs: Crs): string {
  const properties = fields.map(
    ({ name, stored, kind }) => `'${name}', ${kind === "date" ? `a.${stored}::text` : `a.${stored}`}`,
  );
  return `'{"type":"Feature","id":' || to_json(a.id)::text || ',"properties":' || json_build_object(${properties.join(", ")})::text
    || ',"geometry":' || ${geometry(layer, crs)} || '}'`;
}

function asked(layer: Layer, edition: Edition, { bbox, days, filters }: ItemsQuery): Where {
  const conditions = new Conditions().add("a.edition = ?", edition.id);
  for (const { field, value } of filters)
    conditions.add(field.kind === "date" ? `a.${field.stored} = ?::date` : `a.${field.stored} = ?`, value);
  // Whoever has no day of its own is of all times.
  if (days?.[0]) conditions.add("(a.connected_on >= ?::date OR a.connected_on IS NULL)", days[0]);
  if (days?.[1]) conditions.add("(a.connected_on <= ?::date OR a.connected_on IS NULL)", days[1]);
  if (bbox) {
    const [west, south, east, north] = bbox;
    const at =
      layer.geometry === "Point"
        ? "point(a.lon, a.lat) <@"
        : "box(point(a.min_lon, a.min_lat), point(a.max_lon, a.max_lat)) &&";
    // A rectangle over the antimeridian is two.
    const boxes =
      west <= east
        ? [[west, east]]
        : [
            [west, 180],
            [-180, east],
          ];
    const within = boxes.map(([from, to]) => `${at} '(${from},${south}),(${to},${north})'::box`);
    conditions.plain(`(${within.join(" OR ")})`);
  }
  return conditions.where();
}

/**
 * The edition that a reading is of: the current one, or that of its cursor, whatever was published meanwhile.
 * @throws BadRequest when there is no longer such an edition
 */
export async function editionRead(ctx: Context, current: Edition, query: URLSearchParams): Promise<Edition> {
  const cursor = parseCursor(query);
  if (!cursor || cursor.edition === current.id) return current;
  const edition = await editionNumbered(ctx, cursor.edition);
  if (!edition)
    throw new BadRequest("La edición de ese «cursor» no está en el portal: comience de nuevo, sin «cursor».");
  return edition;
}

export interface Features {
  /** GeoJSON of each, with commas between. */
  json: string;
  matched: number;
  returned: number;
  /** Place of the last, when more follow. */
  next: number | null;
}

/** Some features of a layer, in the order of the package; numbered so that the next ones follow, whatever the page. */
export async function features(
  ctx: Context,
  edition: Edition,
  { layer, query }: { layer: Layer; query: ItemsQuery },
): Promise<Features> {
  const { sql, values } = asked(layer, edition, query);
  const isNarrowed = query.bbox !== null || query.days !== null || query.filters.length > 0;
  const [rows, counted] = await Promise.all([
    ctx.db.$queryRawUnsafe<{ json: string | null; returned: number; last: number | null }[]>(
      `SELECT string_agg(f.json, ',' ORDER BY f.place) AS json, count(*)::integer AS returned, max(f.place) AS last FROM
         (SELECT ${feature(layer, publishedFields(layer, edition), query.crs)} AS json, a.place FROM ${layer.table} a
          WHERE ${sql} AND a.place > ${query.after} ORDER BY a.place LIMIT ${query.limit}) f`,
      ...values,
    ),
    isNarrowed
      ? ctx.db.$queryRawUnsafe<{ matched: number }[]>(
          `SELECT count(*)::integer AS matched FROM ${layer.table} a WHERE ${sql}`,
          ...values,
        )
      : [{ matched: edition.account.counts[layer.name] ?? 0 }],
  ]);
  const { json = null, returned = 0, last = null } = rows[0] ?? {};
  const more =
    last !== null && returned === query.limit && (await follows(ctx, { layer, sql, values, last }));
  return { json: json ?? "", matched: counted[0]?.matched ?? 0, returned, next: more ? last : null };
}

/** Whether anything comes after: the last page has no `next`, even when it is full. */
async function follows(
  ctx: Context,
  { layer, sql, values, last }: Where & { layer: Layer; last: number },
): Promise<boolean> {
  const rows = await ctx.db.$queryRawUnsafe<object[]>(
    `SELECT a.place FROM ${layer.table} a WHERE ${sql} AND a.place > ${last} ORDER BY a.place LIMIT 1`,
    ...values,
  );
  return rows.length > 0;
}

/** One feature, as GeoJSON; null when the edition has none of that identifier. */
export async function featureOf(
  ctx: Context,
  edition: Edition,
  { layer, id, crs }: { layer: Layer; id: string; crs: Crs },
): Promise<string | null> {
  const rows = await ctx.db.$queryRawUnsafe<{ json: string }[]>(
    `SELECT ${feature(layer, publishedFields(layer, edition), crs)} AS json FROM ${layer.table} a WHERE a.edition = $1 AND a.id = $2`,
    edition.id,
    id,
  );
  return rows[0]?.json ?? null;
}
