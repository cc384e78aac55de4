"use client";

import type { ColumnOrder } from "@/components/ui/listing-links";
import { StateMark } from "@/components/ui/state-mark";
import { Cell, Column, LongOrShort, Row, RowHeader, Table } from "@/components/ui/table";
import { KnownOr } from "@/components/ui/unknown";
import { UNKNOWN } from "@/lib/kernel/format";

/** One row, already worded: data, so that the page carries it once and not again as elements. */
export interface ReadingsTableRow {
  key: string;
  month: { long: string; short: string };
  /** Which meter, where the supply has had more than one. */
  meter: string | null;
  register: string;
  consumption: string;
  note: string | null;
  readOn: string;
  kind: string;
  estimated: boolean;
}

interface ReadingsTableProps {
  orders: Record<"mes" | "fecha" | "lectura" | "consumo", ColumnOrder>;
  rows: ReadingsTableRow[];
}

/** Readings as rows, what the meter showed and what was consumed in columns; the order is asked for by links. */
export function ReadingsTable({ orders, rows }: ReadingsTableProps) {
  return (
    <Table
      caption="Lecturas, mes a mes"
      note="El consumo es lo que avanzó el mismo medidor desde su lectura anterior."
      mode="compact"
      figures={2}
      head={
        <>
          <Column sort={orders.mes}>Mes</Column>
          <Column number unit="kWh" sort={orders.lectura}>
            Lectura
          </Column>
          <Column number unit="kWh" sort={orders.consumo}>
            Consumo
          </Column>
          <Column link sort={orders.fecha}>
            Fecha de lectura
          </Column>
          <Column link>Tipo</Column>
        </>
      }
    >
      {rows.map(({ key, month, meter, register, consumption, note, readOn, kind, estimated }) => (
        <Row key={key}>
          <RowHeader>
            <LongOrShort {...month} />
            {meter && <span className="block text-note font-normal text-ink-soft">{meter}</span>}
          </RowHeader>
          <Cell number>
            <KnownOr text={register} />
          </Cell>
          <Cell number>
            <KnownOr text={consumption} />
            {note && <span className="block text-note whitespace-normal text-ink-soft">{note}</span>}
          </Cell>
          <Cell link none={readOn === UNKNOWN}>
            <KnownOr text={readOn} />
          </Cell>
          <Cell link>
            {estimated ? <StateMark state="estimated">{kind}</StateMark> : <KnownOr text={kind} />}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
