import { layerSchema } from "@/lib/network/ogc";
import { preflight } from "@/lib/platform/open-data";
import { routes } from "@/lib/platform/routes";
import { layerColumns } from "../../../layer-columns";

export const OPTIONS = preflight;

type Route = RouteContext<"/ogc/collections/[coleccion]/queryables">;

export async function GET(request: Request, { params }: Route): Promise<Response> {
  const { coleccion } = await params;
  return layerColumns(request, coleccion, { schemaOf: layerSchema, addressOf: routes.ogcQueryables });
}
