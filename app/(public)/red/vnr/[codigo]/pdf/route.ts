import { vnrSheet } from "@/components/pdf/network-sheets";
import { publicContext } from "@/lib/platform/context";
import { pdfResponse } from "@/lib/platform/download";
import { decoded } from "../../../decoded";
import { networkStyle } from "../../../style";
import { vnrAsked } from "../asked";

export async function GET(_: Request, { params }: RouteContext<"/red/vnr/[codigo]/pdf">): Promise<Response> {
  const asked = await vnrAsked(publicContext(), decoded((await params).codigo));
  return pdfResponse(
    asked && vnrSheet(networkStyle(), asked.edition, asked.detail),
    `vnr-${asked?.detail.code ?? ""}`,
  );
}
