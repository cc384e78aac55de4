import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";
import { PageBody } from "@/components/ui/page-body";
import { StateMark } from "@/components/ui/state-mark";
import { Cell, Column, Row, RowHeader, Table } from "@/components/ui/table";
import { civilDateAt } from "@/lib/kernel/civil-date";
import { formatDate } from "@/lib/kernel/format";
import { latestLoads } from "@/lib/loading/queries";
import { deskContext } from "@/lib/platform/context";
import { companyProfile } from "@/lib/platform/profile";

export const metadata: Metadata = { title: "Mesa" };

export default async function DeskPage() {
  const loads = await latestLoads(await deskContext());
  const { timeZone } = companyProfile();
  return (
    <PageBody>
      <h1>Mesa</h1>
      <p className="mt-4">De estas cargas viene lo que los clientes ven.</p>
      <div className="mt-8">
        {loads.length === 0 ? (
          <EmptyState title="Todavía no hay cargas">
            <p>Cargue un paquete del sistema de facturación con el comando «empalme load».</p>
          </EmptyState>
        ) : (
          <Table
            caption="Últimas cargas"
            mode="slips"
            head={
              <>
                <Column>Paquete</Column>
                <Column>Fecha</Column>
                <Column>Resultado</Column>
                <Column number>Filas rechazadas</Column>
              </>
            }
          >
            {loads.map((load) => (
              <Row key={load.id}>
                <RowHeader>{load.source}</RowHeader>
                <Cell label="Fecha">{formatDate(civilDateAt(load.startedAt, timeZone))}</Cell>
                <Cell label="Resultado">
                  <StateMark state={load.status === "published" ? "paid" : "late"}>
                    {load.status === "published" ? "Publicada" : "Rechazada"}
                  </StateMark>
                </Cell>
                <Cell number label="Filas rechazadas">
                  {load.rejectedRows}
                </Cell>
              </Row>
            ))}
          </Table>
        )}
      </div>
    </PageBody>
  );
}
