import { notFound } from "next/navigation";
import { publicContext } from "@/lib/platform/context";
import { csvResponse } from "@/lib/platform/download";
import { assetAsked } from "../asked";
import { linesOf, type Line } from "./lines";

export async function GET(
  request: Request,
  { params }: RouteContext<"/red/[capa]/[id]/csv">,
): Promise<Response> {
  const { capa, id } = await params;
  const detail = await assetAsked(publicContext(), capa, id);
  if (!detail) notFound();
  return csvResponse<Line>(
    request,
    [
      { header: "Dato", kind: "text", value: ({ what }) => what },
      { header: "Mes", kind: "text", value: ({ month }) => month ?? "" },
      { header: "Texto", kind: "text", value: ({ text, figure }) => (figure === null ? text : "") },
      { header: "Valor", kind: "number", value: ({ figure, text }) => (text === null ? figure : "") },
      { header: "Unidad", kind: "text", value: ({ unit }) => unit ?? "" },
    ],
    linesOf(detail),
    `${detail.asset.layer}-${detail.asset.id}`,
  );
}
