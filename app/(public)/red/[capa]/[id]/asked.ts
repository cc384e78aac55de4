import type { Context } from "@/lib/kernel/context";
import { isLayerName } from "@/lib/network/fields";
import type { AssetDetail } from "@/lib/network/model";
import { assetDetail } from "@/lib/network/queries/assets";

/** An identifier as the loader takes them: whatever else is asked for is not there, and costs no question. */
const IDENTIFIER = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** The asset of an address; null when there is none. */
export async function assetAsked(ctx: Context, capa: string, id: string): Promise<AssetDetail | null> {
  return isLayerName(capa) && IDENTIFIER.test(id) ? assetDetail(ctx, capa, id) : null;
}
