import { notFound } from "next/navigation";
import type { Context } from "@/lib/kernel/context";
import { isLayerName } from "@/lib/network/fields";
import { layerNamed, type Layer } from "@/lib/network/layers";
import { assetFilter, assetListing, type AssetFilter } from "@/lib/network/listing";
import type { Edition } from "@/lib/network/model";
import { currentEdition, editionNumbered } from "@/lib/network/queries/editions";
import { canNarrow } from "@/lib/network/queries/lists";
import { editionNumber } from "@/lib/network/schema";

/** What the list is narrowed by, in words: "del alimentador 1_TAP2_1". */
const NARROWED: Record<keyof AssetFilter, string> = {
  region: "de la región",
  comuna: "de la comuna",
  subestacion: "de la subestación",
  alimentador: "del alimentador",
  transformador: "del transformador",
  poste: "del poste",
  codigo: "con el código",
  nombre: "con el nombre",
};

/** "Postes del alimentador 1_TAP2_1". */
const titleOf = (layer: Layer, filter: AssetFilter): string =>
  [
    layer.title,
    ...Object.entries(filter).flatMap(([name, value]) =>
      value === undefined ? [] : [`${NARROWED[name as keyof AssetFilter]} ${value}`],
    ),
  ].join(" ");

/**
 * What the address of a list asks for: its layer, title, edition, filter and listing. Whatever is not there is a 404, and
 * so is a list by what the layer knows nothing of.
 */
export async function askedList(
  ctx: Context,
  capa: string,
  query: Record<string, string | string[] | undefined>,
) {
  if (!isLayerName(capa)) notFound();
  const edition = await editionOf(ctx, query["edicion"]);
  if (!edition) notFound();
  const filter = assetFilter(query);
  if (!canNarrow(capa, filter)) notFound();
  const kind = assetListing(capa);
  const layer = layerNamed(capa);
  return { layer, title: titleOf(layer, filter), edition, kind, listing: kind.parse(query), filter };
}

/** The newest edition, or the one whose number is asked for: older ones stay to be taken along. */
function editionOf(ctx: Context, asked: string | string[] | undefined): Promise<Edition | null> {
  if (typeof asked !== "string") return currentEdition(ctx);
  const number = editionNumber(asked);
  return number === null ? Promise.resolve(null) : editionNumbered(ctx, number);
}
