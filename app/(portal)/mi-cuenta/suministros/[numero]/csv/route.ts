import { usagePointFacts } from "@/components/domain/usage-point-facts";
import { usagePointInformation } from "@/lib/metering/queries";
import { portalContext } from "@/lib/platform/context";
import { csvResponse } from "@/lib/platform/download";
import { companyJurisdiction } from "@/lib/platform/profile";

type Route = RouteContext<"/mi-cuenta/suministros/[numero]/csv">;

export async function GET(request: Request, { params }: Route): Promise<Response> {
  const { numero } = await params;
  const information = await usagePointInformation(await portalContext(), numero);
  const groups = information && usagePointFacts(information, companyJurisdiction());
  return csvResponse(
    request,
    [
      { header: "Grupo", kind: "text", value: (fact) => fact.group },
      { header: "Dato", kind: "text", value: (fact) => fact.term },
      { header: "Valor", kind: "text", value: (fact) => fact.value },
    ],
    groups && groups.flatMap(({ title, facts }) => facts.map((fact) => ({ group: title, ...fact }))),
    `suministro-${numero}`,
  );
}
