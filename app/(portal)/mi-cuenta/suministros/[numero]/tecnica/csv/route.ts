import { portalContext } from "@/lib/platform/context";
import { factsCsv, informationOf } from "../../information";

type Route = RouteContext<"/mi-cuenta/suministros/[numero]/tecnica/csv">;

export async function GET(request: Request, { params }: Route): Promise<Response> {
  const { numero } = await params;
  const information = await informationOf(await portalContext(), numero);
  return factsCsv(request, information && [information.technical], `suministro-${numero}-tecnica`);
}
