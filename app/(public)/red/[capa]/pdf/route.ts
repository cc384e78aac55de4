import { layerSheet } from "@/components/pdf/network-sheets";
import { assetList } from "@/lib/network/queries/lists";
import { publicContext } from "@/lib/platform/context";
import { pdfResponse } from "@/lib/platform/download";
import { networkStyle } from "../../style";
import { askedList } from "../asked";

/** Longer lists are for a spreadsheet. */
const MOST_ROWS = 300;

export async function GET(request: Request, { params }: RouteContext<"/red/[capa]/pdf">): Promise<Response> {
  const { capa } = await params;
  const ctx = publicContext();
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const { layer, title, edition, listing, filter } = await askedList(ctx, capa, query);
  const asked = { layer: layer.name, filter, listing: { ...listing, pagina: 1, filas: MOST_ROWS } };
  const { assets, total } = await assetList(ctx, edition, asked);
  return pdfResponse(
    layerSheet(networkStyle(), { layer, title, edition, assets, total }),
    `${layer.name}-${edition.dataOn}`,
  );
}
