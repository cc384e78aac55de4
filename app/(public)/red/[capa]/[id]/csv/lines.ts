import { cellOf } from "@/components/domain/network-csv";
import { warningWords } from "@/components/domain/change-words";
import { GONE, lastKnown, withheldSentence } from "@/components/domain/network-words";
import { decimalText } from "@/lib/kernel/decimal";
import { layerNamed } from "@/lib/network/layers";
import type { AssetDetail } from "@/lib/network/model";

export interface Line {
  what: string;
  month: string | null;
  text: string | null;
  figure: string | null;
  unit: string | null;
}

const line = (what: string, value: string | null, isFigure: boolean, unit: string | null = null): Line => ({
  ...{ what, unit, month: null },
  text: isFigure ? null : value,
  figure: isFigure ? value : null,
});
const said = (what: string, text: string): Line => line(what, text, false);

/** A fact a row: what it is, its value as words or as a number, and its unit; and all that the page says of the data. */
export function linesOf({ asset, demand, edition, warnings }: AssetDetail): Line[] {
  const brought = edition.account.columns[asset.layer] ?? [];
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
    ...(asset.withheld ? [said("Demanda", withheldSentence(edition))] : []),
    ...warnings.map(warningWords).map(({ title, detail }) => said("Limitación", `${title}: ${detail}`)),
    ...(edition.isCurrent ? [] : [said("Vigencia", `${GONE}. ${lastKnown(edition)}`)]),
    said("Edición", edition.dataOn),
    said("Atribución", edition.attribution),
    said("Licencia", edition.licence),
    ...(edition.note ? [said("Nota", edition.note)] : []),
  ];
}
