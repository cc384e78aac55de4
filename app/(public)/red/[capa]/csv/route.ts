import { assetCsvColumns } from "@/components/domain/network-csv";
import { everyAsset } from "@/lib/network/queries/lists";
import { publicContext } from "@/lib/platform/context";
import { csvStreamResponse } from "@/lib/platform/download";
import { askedList } from "../asked";

export async function GET(request: Request, { params }: RouteContext<"/red/[capa]/csv">): Promise<Response> {
  const { capa } = await params;
  const ctx = publicContext();
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const { layer, edition, listing, filter } = await askedList(ctx, capa, query);
  return csvStreamResponse(
    request,
    assetCsvColumns(layer, edition),
    everyAsset(ctx, edition, { layer: layer.name, filter, listing }),
    `${layer.name}-${edition.dataOn}`,
  );
}
