import type { Context } from "../../kernel/context.ts";
import type { Listing } from "../../kernel/listing.ts";
import type { LayerName } from "../fields.ts";
import { layerNamed } from "../layers.ts";
import type { AssetFilter } from "../listing.ts";
import type { Asset, Edition } from "../model.ts";
import { assetColumns, toAsset, type Row } from "./rows.ts";

/** A condition of SQL and the values it names. */
export interface Where {
  sql: string;
  values: unknown[];
}

/** Builds a `where` of conditions joined by AND; `add` gives the value its number. */
export class Conditions {
  readonly #parts: string[] = [];
  readonly #values: unknown[] = [];

  /** `condition` names its value as `?`, however often. */
  add(condition: string, value: unknown): this {
    this.#values.push(value);
    this.#parts.push(condition.replaceAll("?", `$${this.#values.length}`));
    return this;
  }

  /** A condition without values. */
  plain(condition: string): this {
    this.#parts.push(condition);
    return this;
  }

  where(): Where {
    return { sql: this.#parts.join(" AND "), values: [...this.#values] };
  }
}

/** LIKE's own signs, taken literally. */
const literal = (text: string) => text.replaceAll(/[\\%_]/g, String.raw`\$&`);

/** SQL over an asset `a` for each word that a layer's list is narrowed by; `?` is the value. */
type Narrowing = Partial<Record<keyof AssetFilter, string>>;

const equal = (column: string) => `a.${column} = ?`;
const among = (column: string) => `? = ANY (string_to_array(a.${column}, ';'))`;
/** A substation is of every comuna that it serves, and of the region of each. */
const serves = (column: string) =>
  `(a.${column} = ? OR EXISTS (SELECT FROM power_transformer t WHERE t.edition = a.edition AND t.substation_id = a.id AND t.${column} = ?))`;
const inPlace: Narrowing = { region: equal("region"), comuna: equal("comuna") };
const onFeeder: Narrowing = { subestacion: equal("substation_id"), alimentador: equal("feeder_id") };
const ofCode: Narrowing = { codigo: "coalesce(a.vnr_code, a.asset_code) = ?" };
const named: Narrowing = { nombre: equal("name") };

/** What is not here is no list: `vanos` know neither comuna nor name. */
const NARROWINGS: Record<LayerName, Narrowing> = {
  subestaciones: { region: serves("region"), comuna: serves("comuna"), ...named },
  alimentadores: {
    region: equal("region"),
    comuna: among("comunas"),
    subestacion: equal("substation_id"),
    ...named,
  },
  transformadores: { ...inPlace, ...onFeeder, poste: equal("pole_id"), ...ofCode, ...named },
  postes: { ...inPlace, alimentador: among("feeder_ids"), ...ofCode },
  vanos: {
    ...onFeeder,
    transformador: equal("transformer_id"),
    poste: "(a.from_pole_id = ? OR a.to_pole_id = ?)",
    ...ofCode,
  },
  equipos: { ...inPlace, ...onFeeder, poste: equal("pole_id"), ...ofCode },
};

/** Each word of `filter` that says something, with its condition; null where the layer knows nothing of it. */
const narrowings = (layer: LayerName, filter: AssetFilter) =>
  Object.entries(filter)
    .filter((entry): entry is [keyof AssetFilter, string] => entry[1] !== undefined)
    .map(([name, value]) => ({ sql: NARROWINGS[layer][name] ?? null, value }));

/** Whether the layer knows all that its list would be narrowed by. */
export const canNarrow = (layer: LayerName, filter: AssetFilter): boolean =>
  narrowings(layer, filter).every(({ sql }) => sql !== null);

/** What the layer knows nothing of leaves none: a list is never of more than was asked for. */
function narrowed(layer: LayerName, edition: Edition, filter: AssetFilter): Conditions {
  const conditions = new Conditions().add("a.edition = ?", edition.id);
  for (const { sql, value } of narrowings(layer, filter))
    if (sql === null) conditions.plain("false");
    else conditions.add(sql, value);
  return conditions;
}

interface Asked {
  layer: LayerName;
  filter: AssetFilter;
  listing: Listing;
}

function asked(edition: Edition, { layer: name, filter, listing }: Asked): Where {
  const layer = layerNamed(name);
  const conditions = narrowed(name, edition, filter);
  for (const word of listing.buscar
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, " ")
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)) {
    const texts = layer.fields.filter(({ stored }) => ["id", "name", "kind", "conductor"].includes(stored));
    const like = texts.map(({ stored }) => `lower(unaccent(a.${stored})) LIKE lower(unaccent(?))`);
    conditions.add(`(${like.join(" OR ")})`, `%${literal(word)}%`);
  }
  return conditions.where();
}

function order({ layer: name, listing }: Asked): string {
  const layer = layerNamed(name);
  const column = layer.fields.find((field) => field.name === listing.orden)?.stored ?? "id";
  const dir = listing.dir === "asc" ? "ASC" : "DESC";
  return column === "id" ? `a.id ${dir}` : `a.${column} ${dir} NULLS LAST, a.id`;
}

/** One page of a layer, narrowed, searched and ordered; a page past the last shows the last. */
export async function assetList(ctx: Context, edition: Edition, query: Asked) {
  const layer = layerNamed(query.layer);
  const { sql, values } = asked(edition, query);
  const { filas, pagina } = query.listing;
  const [counted] = await ctx.db.$queryRawUnsafe<{ total: number }[]>(
    `SELECT count(*)::integer AS total FROM ${layer.table} a WHERE ${sql}`,
    ...values,
  );
  const total = counted?.total ?? 0;
  const page = Math.min(pagina, Math.max(1, Math.ceil(total / filas)));
  const rows = await ctx.db.$queryRawUnsafe<Row[]>(
    `SELECT ${assetColumns(layer)} FROM ${layer.table} a WHERE ${sql} ORDER BY ${order(query)}
     LIMIT ${filas} OFFSET ${(page - 1) * filas}`,
    ...values,
  );
  return { assets: rows.map((row) => toAsset(query.layer, row)), total, page };
}

const BATCH = 5_000;

/** As many are put in the order that was asked for; a longer list comes in the order of the package. */
const ORDERED_AT_ONCE = 10_000;

/** Every asset that the list finds, batch by batch. */
export async function* everyAsset(ctx: Context, edition: Edition, query: Asked): AsyncGenerator<Asset[]> {
  const layer = layerNamed(query.layer);
  const { sql, values } = asked(edition, query);
  const ordered = await ctx.db.$queryRawUnsafe<Row[]>(
    `SELECT ${assetColumns(layer)} FROM ${layer.table} a WHERE ${sql} ORDER BY ${order(query)} LIMIT ${ORDERED_AT_ONCE + 1}`,
    ...values,
  );
  if (ordered.length <= ORDERED_AT_ONCE) {
    yield ordered.map((row) => toAsset(query.layer, row));
    return;
  }
  for (let after = 0; ;) {
    const rows = await ctx.db.$queryRawUnsafe<Row[]>(
      `SELECT ${assetColumns(layer)}, a.place FROM ${layer.table} a WHERE ${sql} AND a.place > ${after}
       ORDER BY a.place LIMIT ${BATCH}`,
      ...values,
    );
    if (rows.length > 0) yield rows.map((row) => toAsset(query.layer, row));
    if (rows.length < BATCH) return;
    after = Number(rows.at(-1)?.["place"]);
  }
}
