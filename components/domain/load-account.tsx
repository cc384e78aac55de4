import { Cell, Column, Row, RowHeader, Table } from "@/components/ui/table";
import { parseDecimal } from "@/lib/kernel/decimal";
import { formatNumber, type NumberStyle } from "@/lib/kernel/format";
import type { ResourceCount } from "@/lib/loading/model";
import { COUNT_COLUMNS, formatCount, resourceTitle } from "./loading-words";

/** What became of every row, resource by resource. */
export function CountTable({ counts }: { counts: readonly ResourceCount[] }) {
  return (
    <Table
      caption="Cada fila del paquete"
      note="Aceptadas + rechazadas = leídas. Las aceptadas son nuevas, cambiadas o iguales a las del portal; las quitadas son filas del portal que un recurso completo ya no trae."
      mode="slips"
      head={
        <>
          <Column>Recurso</Column>
          {COUNT_COLUMNS.map(([title]) => (
            <Column key={title} number>
              {title}
            </Column>
          ))}
        </>
      }
    >
      {counts.map((count) => (
        <Row key={count.resource}>
          <RowHeader>{resourceTitle(count.resource)}</RowHeader>
          {COUNT_COLUMNS.map(([title, key]) => (
            <Cell key={title} number label={title}>
              {formatCount(count[key])}
            </Cell>
          ))}
        </Row>
      ))}
    </Table>
  );
}

/** Rows and sums to compare with the billing system's own report. */
export function TotalsTable({ counts, numbers }: { counts: readonly ResourceCount[]; numbers: NumberStyle }) {
  const totals = counts.flatMap(({ resource, read, accepted, totals: sums }) => [
    { name: `${resourceTitle(resource)}: filas`, read: String(read), accepted: String(accepted) },
    ...sums.map((sum) => ({ ...sum, name: `${resourceTitle(resource)}: suma de ${sum.column}` })),
  ]);
  const written = (value: string) => formatNumber(parseDecimal(value), numbers);
  return (
    <Table
      caption="Totales para comparar con su sistema"
      note="Son las filas y las sumas del paquete. Si su sistema de facturación dice otra cosa, algo faltó en la exportación."
      mode="compact"
      figures={2}
      nameFirst
      head={
        <>
          <Column>Total</Column>
          <Column number>Leído</Column>
          <Column number>Aceptado</Column>
        </>
      }
    >
      {totals.map(({ name, read, accepted }) => (
        <Row key={name}>
          <RowHeader>{name}</RowHeader>
          <Cell number>{written(read)}</Cell>
          <Cell number>{written(accepted)}</Cell>
        </Row>
      ))}
    </Table>
  );
}
