import type { ColumnOrder } from "@/components/ui/listing-links";
import { StateMark } from "@/components/ui/state-mark";
import { Cell, Column, Row, RowHeader, Table } from "@/components/ui/table";
import { Unknown } from "@/components/ui/unknown";
import type { LoadSummary } from "@/lib/loading/queries";
import { routes } from "@/lib/platform/routes";
import { formatCount, LOAD_STATES } from "./loading-words";

type LoadColumn = "fecha" | "paquete" | "estado";
type LoadOrders = Record<LoadColumn, ColumnOrder>;

interface LoadTableProps {
  caption: string;
  loads: readonly LoadSummary[];
  /** How an instant is written. */
  when: (at: Date) => string;
  /** Whether whoever looks may open a load. */
  linked: boolean;
  orders?: LoadOrders;
}

/** Loads with who, when, what became of them and what stayed out. */
export function LoadTable({ caption, loads, when, linked, orders }: LoadTableProps) {
  const sort = (column: LoadColumn) => (orders ? { sort: orders[column] } : {});
  return (
    <Table
      caption={caption}
      mode="slips"
      head={
        <>
          <Column {...sort("paquete")}>Paquete</Column>
          <Column {...sort("fecha")}>Fecha</Column>
          <Column>Quién</Column>
          <Column {...sort("estado")}>Estado</Column>
          <Column number>Filas leídas</Column>
          <Column number>Rechazadas</Column>
          <Column number>Cambios</Column>
        </>
      }
    >
      {loads.map((load) => (
        <Row key={load.id}>
          <RowHeader>{linked ? <a href={routes.load(load.id)}>{load.source}</a> : load.source}</RowHeader>
          <Cell label="Fecha">{when(load.startedAt)}</Cell>
          <Cell label="Quién">{load.operator || "El servidor"}</Cell>
          <Cell label="Estado">
            <StateMark state={LOAD_STATES[load.status].state}>{LOAD_STATES[load.status].word}</StateMark>
          </Cell>
          <Cell number label="Filas leídas">
            <Counted count={load.rows?.read} />
          </Cell>
          <Cell number label="Rechazadas">
            <Counted count={load.rows?.rejected} />
          </Cell>
          <Cell number label="Cambios">
            <Counted count={load.status === "published" ? load.rows?.changed : undefined} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

const Counted = ({ count }: { count: number | undefined }) =>
  count === undefined ? <Unknown /> : formatCount(count);
