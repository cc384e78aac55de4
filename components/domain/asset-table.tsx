import type { Route } from "next";
import type { ColumnOrder } from "@/components/ui/listing-links";
import { Cell, Column, Row, RowHeader, Table } from "@/components/ui/table";
import { KnownOr } from "@/components/ui/unknown";
import type { NumberStyle } from "@/lib/kernel/format";
import type { Field, LayerName } from "@/lib/network/fields";
import { layerNamed } from "@/lib/network/layers";
import type { Asset } from "@/lib/network/model";
import { routes } from "@/lib/platform/routes";
import { valueWords } from "./network-words";

/** Where a row leads on to: "Alimentadores VER". */
export interface RowLink {
  column: string;
  verb: string;
  hrefOf: (asset: Asset) => Route;
}

interface AssetTableProps {
  caption: string;
  fields: readonly Field[];
  assets: readonly Asset[];
  orders?: Record<string, ColumnOrder> | undefined;
  numbers: NumberStyle;
  link?: RowLink | undefined;
}

const isFigure = ({ kind }: Field) => kind === "number" || kind === "integer";
const heading = ({ stored, title }: Field, layer: LayerName | undefined) =>
  stored !== "id"
    ? title
    : layer
      ? `Id ${layerNamed(layer).singular.toLocaleLowerCase("es")}`
      : "Identificador";

/** Assets of a layer, one a row; a row is a slip on a phone. */
export function AssetTable({ caption, fields, assets, orders, numbers, link }: AssetTableProps) {
  return (
    <Table
      caption={caption}
      mode="slips"
      head={
        <>
          {fields.map((field) => (
            <Column
              key={field.name}
              number={isFigure(field)}
              unit={field.unit}
              {...(orders?.[field.name] ? { sort: orders[field.name] as ColumnOrder } : {})}
            >
              {heading(field, assets[0]?.layer)}
            </Column>
          ))}
          {link && <Column>{link.column}</Column>}
        </>
      }
    >
      {assets.map((asset) => (
        <Row key={asset.id}>
          <RowHeader>
            <a href={routes.asset(asset.layer, asset.id)}>{asset.id}</a>
          </RowHeader>
          {fields.slice(1).map((field) => (
            <Cell
              key={field.name}
              number={isFigure(field)}
              label={field.title + (field.unit ? ` (${field.unit})` : "")}
            >
              <FieldValue field={field} asset={asset} numbers={numbers} />
            </Cell>
          ))}
          {link && (
            <Cell label={link.column}>
              <a
                href={link.hrefOf(asset)}
                aria-label={`${link.verb} ${link.column.toLocaleLowerCase("es")} de ${asset.id}`}
              >
                {link.verb}
              </a>
            </Cell>
          )}
        </Row>
      ))}
    </Table>
  );
}

function FieldValue({ field, asset, numbers }: { field: Field; asset: Asset; numbers: NumberStyle }) {
  const value = asset.values[field.stored];
  const words = <KnownOr text={valueWords(field, value, numbers)} />;
  if (typeof value !== "string") return words;
  if (field.refersTo) return <a href={routes.asset(field.refersTo, value)}>{words}</a>;
  return field.stored === "vnr_code" ? <a href={routes.vnr(value)}>{words}</a> : words;
}
