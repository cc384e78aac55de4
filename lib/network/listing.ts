import { z } from "zod";
import { listKind, type ListKind } from "../kernel/listing.ts";
import type { Field, LayerName } from "./fields.ts";
import { layerNamed } from "./layers.ts";

/** Columns of a layer's list, in their order; the other columns are on the asset's page and in the CSV. */
const SHOWN: Record<LayerName, readonly string[]> = {
  subestaciones: ["id", "name", "comuna", "region"],
  alimentadores: ["id", "name", "substation_id", "voltage_kv", "installed_kva", "generation_kw"],
  transformadores: ["id", "name", "rated_kva", "primary_kv", "phases", "comuna", "customer_count"],
  postes: ["id", "kind", "material", "height_m", "comuna"],
  vanos: [
    "id",
    "voltage_level",
    "from_pole_id",
    "to_pole_id",
    "length_m",
    "conductor",
    "vnr_code",
    "ampacity_a",
    "phases",
  ],
  equipos: ["id", "kind", "normal_state", "rated_current_a", "phases", "pole_id"],
};

export function listFields(name: LayerName): Field[] {
  const { fields } = layerNamed(name);
  return SHOWN[name].flatMap((stored) => fields.filter((field) => field.stored === stored));
}

const kinds = new Map<LayerName, ListKind<string>>();
/** How the list of a layer has an address: ordered by any column that it shows. */
export function assetListing(name: LayerName): ListKind<string> {
  const known = kinds.get(name);
  if (known) return known;
  const [first = "id", ...rest] = listFields(name).map((field) => field.name);
  const kind = listKind([first, ...rest], [25, 100], "asc");
  kinds.set(name, kind);
  return kind;
}

/** The longest name or code that an edition keeps. */
const LONGEST = 500;
const one = z.string().trim();

/** What no asset has stays what no asset has, and finds none: left out, the list would be of everything. */
const text = z
  .union([one, z.array(one).transform((given) => given.at(-1))])
  .optional()
  .transform((given) => given?.replaceAll(/[\p{Cc}\p{Cs}]/gu, "\u{FFFD}").slice(0, LONGEST + 1) || undefined);

/** What a list of assets may be narrowed by, beside the words of its listing. */
const filter = z.object({
  region: text,
  comuna: text,
  subestacion: text,
  alimentador: text,
  transformador: text,
  poste: text,
  codigo: text,
  nombre: text,
});
export type AssetFilter = z.infer<typeof filter>;
/** Only an empty field asks nothing; of a word given twice the last counts. */
export const assetFilter = (query: unknown): AssetFilter => filter.parse(query);
