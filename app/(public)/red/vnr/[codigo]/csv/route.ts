import { surchargeUnitWords } from "@/components/domain/vnr-words";
import { publicContext } from "@/lib/platform/context";
import { csvResponse } from "@/lib/platform/download";
import { decoded } from "../../../decoded";
import { vnrAsked } from "../asked";

export async function GET(
  request: Request,
  { params }: RouteContext<"/red/vnr/[codigo]/csv">,
): Promise<Response> {
  const asked = await vnrAsked(publicContext(), decoded((await params).codigo));
  const { code = "", unit = null } = asked?.detail ?? {};
  return csvResponse(
    request,
    [
      { header: "Código VNR", kind: "text", value: () => code },
      { header: "Recargo", kind: "text", value: ({ title }) => title },
      { header: "Valor", kind: "number", value: ({ value }) => value },
      { header: "Unidad", kind: "text", value: () => surchargeUnitWords(unit) },
      { header: "Edición", kind: "text", value: () => asked?.edition.dataOn ?? null },
    ],
    asked && asked.detail.surcharges,
    `vnr-${code}`,
  );
}
