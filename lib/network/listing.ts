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

const text = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u)
  .optional()
  .catch(undefined);

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
/** What makes no sense is left out. */
export const assetFilter = (query: unknown): AssetFilter => filter.parse(query);
