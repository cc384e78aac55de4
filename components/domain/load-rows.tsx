import { Cell, Column, Row, RowHeader, Table } from "@/components/ui/table";
import type { Rejection } from "@/lib/loading/model";
import type { ChangedRow } from "@/lib/loading/queries";
import { changedColumns } from "./changed-columns";
import { ACTION_WORDS, resourceTitle } from "./loading-words";

/** Rows that stay out: where they stand, what is wrong, what to do. */
export function RejectedRows({ caption, rows }: { caption: string; rows: readonly Rejection[] }) {
  return (
    <Table
      caption={caption}
      mode="slips"
      head={
        <>
          <Column>Dónde</Column>
          <Column>Columna</Column>
          <Column>Valor</Column>
          <Column>Motivo</Column>
          <Column>Qué hacer</Column>
        </>
      }
    >
      {rows.map(({ file, line, column, value, reason, remedy }) => (
        <Row key={`${file}:${line}`}>
          <RowHeader>
            {file}, línea&nbsp;{line}
          </RowHeader>
          <Cell label="Columna">{column ?? "La fila"}</Cell>
          <Cell label="Valor">{value ?? "–"}</Cell>
          <Cell label="Motivo">{reason}</Cell>
          <Cell label="Qué hacer">{remedy}</Cell>
        </Row>
      ))}
    </Table>
  );
}

/** Rows that a load added, changed or took away. */
export function ChangedRows({ caption, rows }: { caption: string; rows: readonly ChangedRow[] }) {
  return (
    <Table
      caption={caption}
      mode="slips"
      head={
        <>
          <Column>Fila</Column>
          <Column>Qué pasó</Column>
          <Column>De qué a qué</Column>
        </>
      }
    >
      {rows.map((row) => (
        <Row key={`${row.resource}:${row.key}:${row.action}`}>
          <RowHeader>
            {resourceTitle(row.resource)} {row.key}
          </RowHeader>
          <Cell label="Qué pasó">{ACTION_WORDS[row.action]}</Cell>
          <Cell label="De qué a qué">
            {changedColumns(row.columns)
              .map(({ column, before, after }) => `${column}: ${before ?? "S/I"} → ${after ?? "S/I"}`)
              .join("; ") || "La fila entera"}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
