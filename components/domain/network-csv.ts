import { decimalText } from "@/lib/kernel/decimal";
import type { Field } from "@/lib/network/fields";
import type { Layer } from "@/lib/network/layers";
import type { Asset, Edition, Value } from "@/lib/network/model";

/** A column as `lib/platform/csv.ts` takes it. */
export interface NetworkColumn<Row> {
  header: string;
  kind: "text" | "number";
  value: (row: Row) => string | null;
}

const isFigure = ({ kind }: Field) => kind === "number" || kind === "integer";

/** As a spreadsheet takes it: numbers with a point, days as AAAA-MM-DD, yes and no in words. */
export function cellOf(value: Value | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return decimalText(value);
  return typeof value === "boolean" ? (value ? "SI" : "NO") : value;
}

const header = ({ title, unit }: Field) => (unit ? `${title} (${unit})` : title);

/** Every column that the edition brought of a layer, where the asset is, and what must be said of the data. */
export function assetCsvColumns(layer: Layer, edition: Edition): NetworkColumn<Asset>[] {
  const brought = edition.account.columns[layer.name] ?? [];
  const own = layer.fields
    .filter(({ name }) => brought.includes(name))
    .map((field): NetworkColumn<Asset> => ({
      header: header(field),
      kind: isFigure(field) ? "number" : "text",
      value: ({ values }) => cellOf(values[field.stored]),
    }));
  const position =
    (at: 0 | 1): NetworkColumn<Asset>["value"] =>
    (asset) =>
      asset.at ? decimalText(asset.at[at]) : null;
  const where: NetworkColumn<Asset>[] =
    layer.geometry === "Point"
      ? [
          { header: "Longitud", kind: "number", value: position(0) },
          { header: "Latitud", kind: "number", value: position(1) },
        ]
      : [];
  return [
    ...own,
    ...where,
    { header: "Edición", kind: "text", value: () => edition.dataOn },
    {
      header: "Atribución y licencia",
      kind: "text",
      value: () => `${edition.attribution}. ${edition.licence}`,
    },
  ];
}
