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

/** Sums to compare with the billing system's own report; nothing when the package has none. */
export function TotalsTable({ counts, numbers }: { counts: readonly ResourceCount[]; numbers: NumberStyle }) {
  const totals = counts.flatMap(({ resource, totals: sums }) =>
    sums.map((sum) => ({ ...sum, name: `${resourceTitle(resource)}, ${sum.column}` })),
  );
  if (totals.length === 0) return null;
  const written = (value: string) => formatNumber(parseDecimal(value), numbers);
  return (
    <Table
      caption="Sumas para comparar con su sistema"
      note="Compárelas, y las filas leídas, con lo que dice su sistema de facturación. Si no coinciden, algo faltó en la exportación."
      mode="compact"
      figures={2}
      nameFirst
      head={
        <>
          <Column>Suma</Column>
          <Column number>De lo leído</Column>
          <Column number>De lo aceptado</Column>
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
