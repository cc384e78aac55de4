import type { Context } from "../../kernel/context.ts";
import type { DecimalText } from "../../kernel/decimal.ts";
import type { Period } from "../../kernel/period.ts";
import { day } from "../../kernel/civil-date.ts";
import { addMonths } from "../../kernel/period.ts";
import type { LayerName } from "../fields.ts";
import { hasField, layerNamed } from "../layers.ts";
import {
  lastDemands,
  type Asset,
  type AssetChange,
  type AssetDetail,
  type AssetWarning,
  type Demand,
  type Reference,
  type Value,
} from "../model.ts";
import { isWarningCode } from "../warnings.ts";
import { toEdition } from "./editions.ts";
import { assetColumns, toAsset, type Row } from "./rows.ts";

/** What comes with an asset as JSON, from one question to the database. */
interface Beside {
  demand:
    | { period: Period; energy: string | null; min: string | null; max: string | null; note: string | null }[]
    | null;
  changes:
    | {
        edition: number;
        data_on: string;
        action: AssetChange["action"];
        moved: boolean;
        geometry: boolean;
        columns: Record<string, [Value, Value]> | null;
      }[]
    | null;
  warnings: { code: string; detail: string }[] | null;
  /** Of a pole, whose lines it carries. */
  carried:
    { id: string; name: string | null; substation: string | null; substation_name: string | null }[] | null;
}

const DEMAND = `(SELECT json_agg(json_build_object('period', d.period, 'energy', trim_scale(d.energy_kwh)::text,
    'min', trim_scale(d.min_demand)::text, 'max', trim_scale(d.max_demand)::text, 'note', d.note))
  FROM network_demand d WHERE d.edition = a.edition AND d.layer = $3 AND d.asset_id = a.id)`;
const CHANGES = `(SELECT json_agg(json_build_object('edition', c.edition, 'data_on', e.data_on, 'action', c.action, 'moved', c.moved,
    'geometry', c.geometry_changed, 'columns', c.columns) ORDER BY c.edition DESC)
  FROM network_edition e JOIN network_change c ON c.edition = e.id WHERE c.layer = $3 AND c.asset_id = $2)`;
const WARNED = `(SELECT json_agg(json_build_object('code', w.code, 'detail', w.detail))
  FROM network_warning w WHERE w.edition = a.edition AND w.layer = $3 AND w.asset_id = a.id)`;
const CARRIED = `(SELECT json_agg(json_build_object('id', f.id, 'name', f.name, 'substation', f.substation_id,
    'substation_name', s.name) ORDER BY f.id)
  FROM feeder f LEFT JOIN substation s ON s.edition = f.edition AND s.id = f.substation_id
  WHERE f.edition = a.edition AND f.id = ANY (string_to_array(a.feeder_ids, ';')))`;
const nameIn = (table: string, column: string) =>
  `(SELECT n.name FROM ${table} n WHERE n.edition = a.edition AND n.id = a.${column})`;

function detailQuery(name: LayerName): string {
  const layer = layerNamed(name);
  const related = [
    `${hasField(layer, "feeder_id") ? nameIn("feeder", "feeder_id") : "NULL"} AS feeder_name`,
    `${hasField(layer, "substation_id") ? nameIn("substation", "substation_id") : "NULL"} AS substation_name`,
    `${hasField(layer, "feeder_ids") ? CARRIED : "NULL"} AS carried`,
  ];
  return `SELECT ${assetColumns(layer)}, ${DEMAND} AS demand, ${CHANGES} AS changes, ${WARNED} AS warnings, ${related.join(", ")}
    FROM ${layer.table} a WHERE a.edition = $1 AND a.id = $2`;
}

/**
 * Everything known of an asset itself, from the newest edition that has it: the address of one that was taken down goes
 * on telling what it was. Null when no edition has it.
 */
export async function assetDetail(ctx: Context, name: LayerName, id: string): Promise<AssetDetail | null> {
  const edition = await editionWith(ctx, name, id);
  if (!edition) return null;
  const rows = await ctx.db.$queryRawUnsafe<(Row & Beside)[]>(detailQuery(name), edition.id, id, name);
  const row = rows[0];
  if (!row) return null;
  const asset = toAsset(name, row);
  return {
    edition,
    asset,
    ...feedersOf(asset, row),
    demand: asset.withheld ? [] : lastDemands((row.demand ?? []).map(toDemand), addMonths),
    changes: (row.changes ?? []).map(toChange),
    warnings: (row.warnings ?? []).filter((warning): warning is AssetWarning => isWarningCode(warning.code)),
  };
}

/** What an asset hangs from. */
function feedersOf(
  { values }: Asset,
  row: Row & Beside,
): Pick<AssetDetail, "feeder" | "feeders" | "substation"> {
  const named = (layer: LayerName, id: unknown, name: unknown): Reference | null =>
    typeof id === "string" ? { layer, id, name: typeof name === "string" ? name : null } : null;
  const feeder = named("alimentadores", values["feeder_id"], row["feeder_name"]);
  const carried = row.carried ?? [];
  const [only] = carried.length === 1 ? carried : [];
  return {
    feeder: feeder ?? named("alimentadores", only?.id, only?.name),
    feeders: feeder ? [feeder] : carried.flatMap(({ id, name }) => named("alimentadores", id, name) ?? []),
    substation:
      named("subestaciones", values["substation_id"], row["substation_name"]) ??
      named("subestaciones", only?.substation, only?.substation_name),
  };
}

type StoredDemand = NonNullable<Beside["demand"]>[number];
const toDemand = ({ period, energy, min, max, note }: StoredDemand): Demand => ({
  period,
  energyKwh: energy as DecimalText | null,
  min: min as DecimalText | null,
  max: max as DecimalText | null,
  note,
});

type StoredChange = NonNullable<Beside["changes"]>[number];
const toChange = ({ data_on, geometry, columns, ...change }: StoredChange): AssetChange => ({
  ...change,
  dataOn: day(data_on.slice(0, 10)),
  geometryChanged: geometry,
  columns: columns ?? {},
});

/** The newest edition that has the asset. */
async function editionWith(ctx: Context, name: LayerName, id: string) {
  const rows = await ctx.db.$queryRawUnsafe<{ id: number; newest: number }[]>(
    `SELECT e.id, (SELECT max(id) FROM network_edition) AS newest FROM network_edition e
     WHERE EXISTS (SELECT FROM ${layerNamed(name).table} a WHERE a.edition = e.id AND a.id = $1)
     ORDER BY e.id DESC LIMIT 1`,
    id,
  );
  const found = rows[0];
  const stored = found && (await ctx.db.networkEdition.findUnique({ where: { id: found.id } }));
  return stored ? toEdition(stored, found.newest) : null;
}

/** Whether the newest edition has the asset. */
export async function isInNetwork(ctx: Context, name: LayerName, id: string): Promise<boolean> {
  const rows = await ctx.db.$queryRawUnsafe<object[]>(
    `SELECT a.id FROM ${layerNamed(name).table} a WHERE a.edition = (SELECT max(id) FROM network_edition) AND a.id = $1`,
    id,
  );
  return rows.length > 0;
}
