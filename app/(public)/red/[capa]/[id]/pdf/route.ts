import { notFound } from "next/navigation";
import { assetSheet } from "@/components/pdf/network-sheets";
import { kinOf } from "@/lib/network/queries/kin";
import { upstream } from "@/lib/network/queries/upstream";
import { publicContext } from "@/lib/platform/context";
import { pdfResponse } from "@/lib/platform/download";
import { networkStyle } from "../../../style";
import { assetAsked } from "../asked";

export async function GET(_: Request, { params }: RouteContext<"/red/[capa]/[id]/pdf">): Promise<Response> {
  const { capa, id } = await params;
  const ctx = publicContext();
  const detail = await assetAsked(ctx, capa, id);
  if (!detail) notFound();
  const { edition, asset } = detail;
  const [kin, way] = await Promise.all([kinOf(ctx, edition, asset), upstream(ctx, edition, asset)]);
  return pdfResponse(assetSheet(networkStyle(), detail, { kin, way }), `${asset.layer}-${asset.id}`);
}
