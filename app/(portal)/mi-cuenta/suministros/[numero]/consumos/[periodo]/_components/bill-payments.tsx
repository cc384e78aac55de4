import { Cell, Column, Row, RowHeader, Table } from "@/components/ui/table";
import { KnownOr } from "@/components/ui/unknown";
import type { BillDetail } from "@/lib/billing/model";
import { formatAmount, formatDate, type NumberStyle } from "@/lib/kernel/format";

/** The payments that name a bill; what was paid to the account shows in the bill's state only. */
export function BillPayments({
  payments,
  billWord,
  numbers,
}: {
  payments: BillDetail["payments"];
  billWord: string;
  numbers: NumberStyle;
}) {
  if (payments.length === 0) return null;
  return (
    <div className="mt-8">
      <Table
        caption={`Pagos de esta ${billWord}`}
        head={
          <>
            <Column>Fecha</Column>
            <Column>Medio</Column>
            <Column number unit="$">
              Monto
            </Column>
          </>
        }
      >
        {payments.map(({ paidOn, method, amount }, at) => (
          <Row key={at}>
            <RowHeader>{formatDate(paidOn)}</RowHeader>
            <Cell>
              <KnownOr text={method} />
            </Cell>
            <Cell number>{formatAmount(amount, numbers)}</Cell>
          </Row>
        ))}
      </Table>
    </div>
  );
}
