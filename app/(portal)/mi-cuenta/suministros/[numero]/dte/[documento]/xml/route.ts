import { portalContext } from "@/lib/platform/context";
import { bytesResponse } from "@/lib/platform/download";
import { bytesOf, dteAt } from "../dte";

type Route = RouteContext<"/mi-cuenta/suministros/[numero]/dte/[documento]/xml">;

export async function GET(_request: Request, { params }: Route): Promise<Response> {
  const { numero, documento } = await params;
  const dte = await dteAt(await portalContext(), { numero, documento });
  return bytesResponse(dte && (await bytesOf(dte)), {
    type: `application/xml; charset=${dte?.encoding ?? "UTF-8"}`,
    name: `dte-${numero}-${documento}.xml`,
    how: "attachment",
  });
}
