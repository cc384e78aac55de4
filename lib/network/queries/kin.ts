import type { Context } from "../../kernel/context.ts";
import type { LayerName } from "../fields.ts";
import type { AssetFilter } from "../listing.ts";
import { hasField, layerNamed } from "../layers.ts";
import type { Asset, Edition, Kin, Reference } from "../model.ts";

/** What hangs from an asset, or stands beside it. */
interface Relation {
  layer: LayerName;
  title: string;
  /** SQL over a row of `layer`; `$2` and the following are the asset's own columns `of`, in their order. */
  where: string;
  of: readonly string[];
  /** The filter that lists them all, by the first of these columns. */
  list?: keyof AssetFilter;
  /** How many are named; the rest is in the list. */
  most: number;
}

const touching = "(from_pole_id = $2 OR to_pole_id = $2)";
const spansAtItsPole: Relation = {
  layer: "vanos",
  title: "Vanos que llegan a su poste",
  where: touching,
  of: ["pole_id"],
  list: "poste",
  most: 20,
};
const relations: Record<LayerName, readonly Relation[]> = {
  subestaciones: [
    {
      layer: "alimentadores",
      title: "Alimentadores",
      where: "substation_id = $2",
      of: ["id"],
      list: "subestacion",
      most: 100,
    },
    {
      layer: "transformadores",
      title: "Transformadores",
      where: "substation_id = $2",
      of: ["id"],
      list: "subestacion",
      most: 500,
    },
  ],
  alimentadores: [
    {
      layer: "transformadores",
      title: "Transformadores",
      where: "feeder_id = $2",
      of: ["id"],
      list: "alimentador",
      most: 500,
    },
    { layer: "equipos", title: "Equipos", where: "feeder_id = $2", of: ["id"], list: "alimentador", most: 0 },
    { layer: "vanos", title: "Vanos", where: "feeder_id = $2", of: ["id"], list: "alimentador", most: 0 },
  ],
  transformadores: [
    {
      layer: "equipos",
      title: "Equipos en el mismo poste",
      where: "pole_id = $2",
      of: ["pole_id"],
      list: "poste",
      most: 20,
    },
    spansAtItsPole,
    {
      layer: "vanos",
      title: "Vanos de su red de baja tensión",
      where: "transformer_id = $2",
      of: ["id"],
      list: "transformador",
      most: 0,
    },
  ],
  postes: [
    {
      layer: "transformadores",
      title: "Transformadores en el poste",
      where: "pole_id = $2",
      of: ["id"],
      list: "poste",
      most: 20,
    },
    {
      layer: "equipos",
      title: "Equipos en el poste",
      where: "pole_id = $2",
      of: ["id"],
      list: "poste",
      most: 20,
    },
    {
      layer: "vanos",
      title: "Vanos que llegan al poste",
      where: touching,
      of: ["id"],
      list: "poste",
      most: 30,
    },
  ],
  vanos: [
    {
      layer: "vanos",
      title: "Vanos vecinos",
      where: "(from_pole_id IN ($2, $3) OR to_pole_id IN ($2, $3)) AND id <> $4",
      of: ["from_pole_id", "to_pole_id", "id"],
      most: 30,
    },
    {
      layer: "transformadores",
      title: "Transformadores en sus extremos",
      where: "pole_id IN ($2, $3)",
      of: ["from_pole_id", "to_pole_id"],
      most: 20,
    },
    {
      layer: "equipos",
      title: "Equipos en sus extremos",
      where: "pole_id IN ($2, $3)",
      of: ["from_pole_id", "to_pole_id"],
      most: 20,
    },
  ],
  equipos: [
    {
      layer: "transformadores",
      title: "Transformadores en el mismo poste",
      where: "pole_id = $2",
      of: ["pole_id"],
      list: "poste",
      most: 20,
    },
    spansAtItsPole,
  ],
};

/** Short names that tell neighbours apart where assets have no name. */
const NAMES: Partial<Record<LayerName, string>> = { equipos: "kind", vanos: "voltage_level" };

async function related(
  ctx: Context,
  edition: Edition,
  { asset, relation }: { asset: Asset; relation: Relation },
): Promise<Kin> {
  const { layer: name, title, where, of, list, most } = relation;
  const values = of.map((column) => asset.values[column] ?? null);
  const layer = layerNamed(name);
  const shown = NAMES[name] ?? (hasField(layer, "name") ? "name" : "NULL::text");
  const matching = `FROM ${layer.table} WHERE edition = $1 AND ${where}`;
  const [assets, counted] = await Promise.all([
    most === 0
      ? []
      : ctx.db.$queryRawUnsafe<{ id: string; name: string | null }[]>(
          `SELECT id, ${shown} AS name ${matching} ORDER BY length(id), id LIMIT ${most}`,
          edition.id,
          ...values,
        ),
    ctx.db.$queryRawUnsafe<{ total: number }[]>(
      `SELECT count(*)::integer AS total ${matching}`,
      edition.id,
      ...values,
    ),
  ]);
  return {
    layer: name,
    title,
    total: counted[0]?.total ?? 0,
    list: list && typeof values[0] === "string" ? { [list]: values[0] } : null,
    assets: assets.map((one): Reference => ({ layer: name, ...one })),
  };
}

/** What hangs from an asset, and its neighbours on the line. */
export async function kinOf(ctx: Context, edition: Edition, asset: Asset): Promise<Kin[]> {
  const found = await Promise.all(
    relations[asset.layer].map((relation) => related(ctx, edition, { asset, relation })),
  );
  return found.filter(({ total }) => total > 0);
}
