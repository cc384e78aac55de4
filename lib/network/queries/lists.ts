import type { Context } from "../../kernel/context.ts";
import type { Listing } from "../../kernel/listing.ts";
import type { LayerName } from "../fields.ts";
import { hasField, layerNamed, type Layer } from "../layers.ts";
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

/** Where the asset's own columns say it; a filter that the layer has no column for finds nothing of it to narrow. */
const COLUMNS: Record<Exclude<keyof AssetFilter, "codigo" | "poste" | "comuna" | "region">, string> = {
  subestacion: "substation_id",
  alimentador: "feeder_id",
  transformador: "transformer_id",
  nombre: "name",
};

function narrowed(layer: Layer, edition: Edition, filter: AssetFilter): Conditions {
  const conditions = new Conditions().add("a.edition = ?", edition.id);
  for (const [name, column] of Object.entries(COLUMNS)) {
    const value = filter[name as keyof typeof COLUMNS];
    if (value !== undefined && hasField(layer, column)) conditions.add(`a.${column} = ?`, value);
  }
  if (filter.codigo !== undefined && hasField(layer, "vnr_code"))
    conditions.add("coalesce(a.vnr_code, a.asset_code) = ?", filter.codigo);
  if (filter.poste !== undefined) atPole(layer, conditions, filter.poste);
  inPlace(layer, conditions, filter);
  return conditions;
}

function atPole(layer: Layer, conditions: Conditions, pole: string): void {
  if (hasField(layer, "pole_id")) conditions.add("a.pole_id = ?", pole);
  if (hasField(layer, "from_pole_id")) conditions.add("(a.from_pole_id = ? OR a.to_pole_id = ?)", pole);
}

/** A substation is of every comuna that it serves, a feeder of every one that it names. */
function inPlace(layer: Layer, conditions: Conditions, { comuna, region }: AssetFilter): void {
  if (comuna !== undefined) {
    const served = `EXISTS (SELECT FROM power_transformer t WHERE t.edition = a.edition AND t.substation_id = a.id AND t.comuna = ?)`;
    if (layer.name === "subestaciones") conditions.add(`(a.comuna = ? OR ${served})`, comuna);
    else if (layer.name === "alimentadores")
      conditions.add("? = ANY (string_to_array(a.comunas, ';'))", comuna);
    else if (hasField(layer, "comuna")) conditions.add("a.comuna = ?", comuna);
  }
  if (region !== undefined && hasField(layer, "region")) conditions.add("a.region = ?", region);
}

interface Asked {
  layer: LayerName;
  filter: AssetFilter;
  listing: Listing;
}

function asked(edition: Edition, { layer: name, filter, listing }: Asked): Where {
  const layer = layerNamed(name);
  const conditions = narrowed(layer, edition, filter);
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
