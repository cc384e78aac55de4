import { notFound } from "next/navigation";
import type { Context } from "@/lib/kernel/context";
import { isLayerName } from "@/lib/network/fields";
import { layerNamed } from "@/lib/network/layers";
import { assetFilter, assetListing } from "@/lib/network/listing";
import type { Edition } from "@/lib/network/model";
import { currentEdition, editionNumbered } from "@/lib/network/queries/editions";
import { canNarrow } from "@/lib/network/queries/lists";
import { editionNumber } from "@/lib/network/schema";

/** What the address of a list asks for: its layer, edition, filter and listing. Whatever is not there is a 404, and so is a list by what the layer knows nothing of. */
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
  return { layer: layerNamed(capa), edition, kind, listing: kind.parse(query), filter };
}

/** The newest edition, or the one whose number is asked for: older ones stay to be taken along. */
function editionOf(ctx: Context, asked: string | string[] | undefined): Promise<Edition | null> {
  if (typeof asked !== "string") return currentEdition(ctx);
  const number = editionNumber(asked);
  return number === null ? Promise.resolve(null) : editionNumbered(ctx, number);
}
