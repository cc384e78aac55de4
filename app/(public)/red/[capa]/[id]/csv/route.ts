import { notFound } from "next/navigation";
import { cellOf } from "@/components/domain/network-csv";
import { decimalText } from "@/lib/kernel/decimal";
import { layerNamed } from "@/lib/network/layers";
import type { AssetDetail } from "@/lib/network/model";
import { publicContext } from "@/lib/platform/context";
import { csvResponse } from "@/lib/platform/download";
import { assetAsked } from "../asked";

interface Line {
  what: string;
  month: string | null;
  text: string | null;
  figure: string | null;
  unit: string | null;
}

/** A fact a row: what it is, its value as words or as a number, and its unit. */
function linesOf({ asset, demand, edition }: AssetDetail): Line[] {
  const brought = edition.account.columns[asset.layer] ?? [];
  const line = (what: string, value: string | null, isFigure: boolean, unit: string | null = null): Line => ({
    ...{ what, unit, month: null },
    text: isFigure ? null : value,
    figure: isFigure ? value : null,
  });
  const facts = layerNamed(asset.layer)
    .fields.filter(({ name }) => brought.includes(name))
    .map(({ title, stored, unit, kind }) =>
      line(title, cellOf(asset.values[stored]), kind === "number" || kind === "integer", unit ?? null),
    );
  const at = asset.at
    ? [
        line("Latitud", decimalText(asset.at[1]), true, "°"),
        line("Longitud", decimalText(asset.at[0]), true, "°"),
      ]
    : [];
  const unit = edition.demandUnit;
  const months = demand.flatMap(({ period, min, max, energyKwh }): Line[] => [
    { what: "Demanda mínima", month: period, text: null, figure: min, unit },
    { what: "Demanda máxima", month: period, text: null, figure: max, unit },
    { what: "Energía", month: period, text: null, figure: energyKwh, unit: "kWh" },
  ]);
  return [
    ...facts,
    ...at,
    ...months,
    line("Edición", edition.dataOn, false),
    line("Atribución", edition.attribution, false),
    line("Licencia", edition.licence, false),
  ];
}

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
