import type pg from "pg";
import type { LayerName } from "../../network/fields.ts";
import { layerNamed, layers } from "../../network/layers.ts";
import type { WarningCode } from "../../network/warnings.ts";
import type { EditionSaid } from "../package/network-descriptor.ts";
import { keyOf } from "./checks.ts";
import { everything, stagedName } from "./staging.ts";

/** Rows `s` of a layer that are odd. */
interface Oddity {
  code: WarningCode;
  layer: LayerName;
  when: string;
  /** Further rows that `when` looks at. */
  from?: string;
  /** SQL for what is said of the row. */
  detail: string;
}

const each = (names: readonly LayerName[], odd: (layer: LayerName) => Omit<Oddity, "layer">): Oddity[] =>
  names.map((layer) => ({ ...odd(layer), layer }));

const missing = (code: WarningCode, names: readonly LayerName[], stored: string, said: string) =>
  each(names, () => ({ code, when: `s.${stored} IS NULL`, detail: `'${said}'` }));

/** The corners of the rectangle around an asset; of a point, the point. */
function corners(layer: LayerName): [lon: string, lat: string][] {
  if (layerNamed(layer).geometry === "Point") return [["s.lon", "s.lat"]];
  return [
    ["s.min_lon", "s.min_lat"],
    ["s.max_lon", "s.max_lat"],
  ];
}

/** The first corner outside of the service area `a`, as the test of it and as what is said. */
function outside(layer: LayerName): Pick<Oddity, "when" | "detail"> {
  const tests = corners(layer).map(([lon, lat]) => ({
    when: `NOT (${lon} BETWEEN a.west AND a.east AND ${lat} BETWEEN a.south AND a.north)`,
    detail: `format('está en %s, %s', round(${lat}::numeric, 5), round(${lon}::numeric, 5))`,
  }));
  return {
    when: tests.map(({ when }) => when).join(" OR "),
    detail: `CASE ${tests.map(({ when, detail }) => `WHEN ${when} THEN ${detail}`).join(" ")} END`,
  };
}

const PLACED: LayerName[] = ["subestaciones", "transformadores", "postes", "vanos", "equipos"];

/** As R, S and T are written: each at most once and in that order, the neutral last. */
const USUAL_PHASES = "^\\+*R?\\+*S?\\+*T?\\+*N?$";

const oddities: readonly Oddity[] = [
  ...each(PLACED, (layer) => ({
    code: "no-coordinates",
    when: `${corners(layer)[0]?.[0]} IS NULL`,
    detail: "'no se sabe dónde está'",
  })),
  ...each(PLACED, (layer) => ({
    code: "outside-area",
    from: "staging.net_area a",
    ...outside(layer),
  })),
  ...missing("no-feeder", ["transformadores", "vanos", "equipos"], "feeder_id", "no nombra su alimentador"),
  ...missing(
    "no-substation",
    ["alimentadores", "transformadores", "vanos", "equipos"],
    "substation_id",
    "no nombra su subestación",
  ),
  {
    code: "zero-length",
    layer: "vanos",
    when: "s.length_m = 0 OR s.drawn = 0 OR s.from_pole_id = s.to_pole_id",
    detail: "'mide 0 m'",
  },
  {
    code: "length-differs",
    layer: "vanos",
    when: "abs(s.length_m - s.drawn) > 5 AND abs(s.length_m - s.drawn) > 0.1 * s.length_m AND s.drawn > 0 AND s.length_m > 0",
    detail: "format('declara %s m y dibuja %s m', s.length_m, round(s.drawn::numeric, 2))",
  },
  {
    code: "drawn-backwards",
    layer: "vanos",
    from: `${stagedName(layerNamed("postes"))} f, ${stagedName(layerNamed("postes"))} t`,
    when: `f.id = s.from_pole_id AND t.id = s.to_pole_id AND s.drawn > 0
      AND point(s.start_lon, s.start_lat) <-> point(t.lon, t.lat) < point(s.start_lon, s.start_lat) <-> point(f.lon, f.lat)
      AND point(s.end_lon, s.end_lat) <-> point(f.lon, f.lat) < point(s.end_lon, s.end_lat) <-> point(t.lon, t.lat)`,
    detail: "format('el dibujo va de %s a %s', s.to_pole_id, s.from_pole_id)",
  },
  ...each(["transformadores", "vanos", "equipos"], () => ({
    code: "phase-order",
    when: `s.phases !~ '${USUAL_PHASES}'`,
    detail: "format('fases «%s»', left(s.phases, 20))",
  })),
  ...missing("no-kind", ["equipos"], "kind", "no dice qué es"),
  {
    code: "unknown-wire",
    layer: "vanos",
    when: `s.wire_id IS NOT NULL AND EXISTS (SELECT FROM staging.net_conductores)
      AND NOT EXISTS (SELECT FROM staging.net_conductores c WHERE c.id = s.wire_id)`,
    detail: "format('nombra el conductor %s', left(s.wire_id, 64))",
  },
  {
    code: "unknown-pole-feeder",
    layer: "postes",
    when: `EXISTS (SELECT FROM unnest(string_to_array(s.feeder_ids, ';')) f
      WHERE NOT EXISTS (SELECT FROM ${stagedName(layerNamed("alimentadores"))} a WHERE a.id = btrim(f)))`,
    detail: "format('nombra %s', left(s.feeder_ids, 64))",
  },
];

const WARN = "INSERT INTO staging.net_warnings (code, layer, line, asset_id, detail)";

/** A line between poles whose place is known needs no drawing of its own. */
const drawBetweenPoles = `
  UPDATE staging.net_vanos s SET path = format('[[%s,%s],[%s,%s]]', f.lon, f.lat, t.lon, t.lat),
    min_lon = least(f.lon, t.lon), max_lon = greatest(f.lon, t.lon), min_lat = least(f.lat, t.lat), max_lat = greatest(f.lat, t.lat)
  FROM staging.net_postes f, staging.net_postes t
  WHERE s.path IS NULL AND f.id = s.from_pole_id AND t.id = s.to_pole_id AND f.lon IS NOT NULL AND t.lon IS NOT NULL`;

/** About two hundred kilometres around the middle of the poles, where nobody says what the company serves. */
const AROUND = 2;
const NO_AREA: (number | null)[] = [null, null, null, null];

/** Finds what is odd and no reason to refuse. */
export async function findWarnings(client: pg.ClientBase, { area }: EditionSaid): Promise<void> {
  await client.query(drawBetweenPoles);
  await client.query(
    "CREATE UNLOGGED TABLE staging.net_warnings (code text, layer text, line integer, asset_id text, detail text)",
  );
  await client.query(
    `CREATE UNLOGGED TABLE staging.net_area AS
     SELECT coalesce($1::float8, lon - ${AROUND}) AS west, coalesce($2::float8, lat - ${AROUND}) AS south,
       coalesce($3::float8, lon + ${AROUND}) AS east, coalesce($4::float8, lat + ${AROUND}) AS north
     FROM (SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY lon) AS lon, percentile_disc(0.5) WITHIN GROUP (ORDER BY lat) AS lat
       FROM (${layers
         .filter(({ geometry }) => geometry === "Point")
         .map((layer) => `SELECT lon, lat FROM ${stagedName(layer)} WHERE lon IS NOT NULL`)
         .join(" UNION ALL ")}) p) m`,
    area ?? NO_AREA,
  );
  for (const of of everything)
    await client.query(
      `${WARN} SELECT p->>'code', '${of.name}', s.line, ${keyOf(of, "s")}, p->>'detail'
       FROM ${stagedName(of)} s, jsonb_array_elements(s.problems) p WHERE p->>'code' <> 'fault'`,
    );
  for (const { code, layer, from, when, detail } of oddities)
    await client.query(
      `${WARN} SELECT '${code}', '${layer}', s.line, s.id, ${detail}
       FROM ${stagedName(layerNamed(layer))} s${from ? `, ${from}` : ""} WHERE ${when}`,
    );
  await client.query(unknownUnits);
  await client.query(smallPercentages);
}

const unknownUnits = `${WARN}
  SELECT 'unknown-unit', 'vnr', s.line, s.code, coalesce('declara «' || left(s.unit, 20) || '»', 'no la declara')
  FROM staging.net_vnr s WHERE coalesce(s.unit, '') NOT IN ('porcentaje', 'fraccion')`;

const PERCENTAGES = [
  "warehouse_freight",
  "warehouse",
  "site_freight",
  "engineering",
  "interim_interest",
  "overhead",
];
const smallPercentages = `${WARN} SELECT 'small-percentage', 'vnr', s.line, s.code, 'algún recargo es menor que 0,2 %'
  FROM staging.net_vnr s WHERE s.unit IS DISTINCT FROM 'fraccion'
    AND least(${PERCENTAGES.map((column) => `nullif(s.${column}, 0)`).join(", ")}) < 0.2`;
