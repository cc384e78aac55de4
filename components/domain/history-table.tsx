"use client";

import type { Route } from "next";
import type { ColumnOrder } from "@/components/ui/listing-links";
import { Cell, Column, LongOrShort, Row, RowHeader, Table } from "@/components/ui/table";
import { StateMark, type State } from "@/components/ui/state-mark";
import { KnownOr, Unknown } from "@/components/ui/unknown";

/** One row, already worded: data, so that the page carries it once and not again as elements. */
export interface HistoryTableRow {
  key: string;
  month: { long: string; short: string };
  consumption: string;
  estimated: boolean;
  net: string;
  total: string;
  /** Whether it is paid, and in a word; null where that is not known. */
  state: { kind: State; word: string } | null;
  /** Address of the charges; null where there is no bill. */
  charges: Route | null;
  /** Address of the tax document; null where the portal holds none. */
  document: Route | null;
}

interface HistoryTableProps {
  note: string;
  taxName: string;
  /** What the country calls its tax document: "DTE", "factura". */
  documentName: string;
  orders: Record<"mes" | "consumo" | "neto" | "total", ColumnOrder>;
  rows: HistoryTableRow[];
}

/** Months as rows, figures compared in columns; the order is asked for by links. */
export function HistoryTable({ note, taxName, documentName, orders, rows }: HistoryTableProps) {
  return (
    <Table
      caption="Mes a mes"
      note={note}
      mode="compact"
      head={
        <>
          <Column sort={orders.mes}>Mes</Column>
          <Column number unit="kWh" sort={orders.consumo}>
            Consumo
          </Column>
          <Column number unit="$" sort={orders.neto}>
            <LongOrShort long="Cargos netos" short="Netos" />
          </Column>
          <Column number unit="$" sort={orders.total}>
            <LongOrShort long={`Total con ${taxName}`} short="Total" />
          </Column>
          <Column link>Estado</Column>
          <Column link>Ver cargos</Column>
          <Column link>Ver {documentName}</Column>
        </>
      }
    >
      {rows.map(({ key, month, consumption, estimated, net, total, state, charges, document }) => (
        <Row key={key}>
          <RowHeader>
            <LongOrShort {...month} />
          </RowHeader>
          <Cell number>
            <KnownOr text={consumption} />
            {estimated && <span className="block text-note text-estimated">estimada</span>}
          </Cell>
          <Cell number>
            <KnownOr text={net} />
          </Cell>
          <Cell number>
            <KnownOr text={total} />
          </Cell>
          <Cell link none={!charges}>
            {state ? <StateMark state={state.kind}>{state.word}</StateMark> : <Unknown />}
          </Cell>
          <Cell link none={!charges}>
            {charges ? (
              <a href={charges} aria-label={`Detalle de cargos de ${month.long}`}>
                Detalle
              </a>
            ) : (
              "–"
            )}
          </Cell>
          <Cell link none={!document}>
            {document ? (
              <a href={document} aria-label={`Ver ${documentName} de ${month.long}`}>
                Ver {documentName}
              </a>
            ) : (
              "–"
            )}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
