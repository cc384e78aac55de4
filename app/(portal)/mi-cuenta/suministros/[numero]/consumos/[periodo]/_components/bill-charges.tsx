import { lineItemSum, netExplanation, taxLabel } from "@/components/domain/billing-words";
import { Notice } from "@/components/ui/notice";
import { Sums } from "@/components/ui/sums";
import { Cell, Column, Row, RowHeader, Table } from "@/components/ui/table";
import type { BillDetail } from "@/lib/billing/model";
import type { ConsumptionTax } from "@/lib/jurisdiction/jurisdiction";
import { formatAmount, formatMoney, type NumberStyle } from "@/lib/kernel/format";

/** Every line of a bill, what they add up to, and why the history shows another figure. */
export function BillCharges({
  bill,
  tax,
  numbers,
}: {
  bill: BillDetail;
  tax: ConsumptionTax;
  numbers: NumberStyle;
}) {
  const amount = (value: BillDetail["totalAmount"]) => formatAmount(value, numbers);
  return (
    <>
      <Table
        caption="Los cargos"
        nameFirst
        head={
          <>
            <Column>Cargo</Column>
            <Column number>Afecto a {tax.name}</Column>
            <Column number unit="$">
              Monto
            </Column>
          </>
        }
      >
        {bill.lineItems.map((item) => {
          const sum = lineItemSum(item, numbers);
          return (
            <Row key={item.line}>
              <RowHeader>
                {item.description}
                {sum && <span className="block text-note font-normal text-ink-soft">{sum}</span>}
              </RowHeader>
              <Cell number>{item.taxable ? "SI" : "NO"}</Cell>
              <Cell number>{amount(item.amount)}</Cell>
            </Row>
          );
        })}
      </Table>
      <div className="mt-3">
        <Sums
          sums={[
            { label: `Suma afecta a ${tax.name}`, figure: amount(bill.taxableAmount) },
            { label: "Suma no afecta", figure: amount(bill.exemptAmount) },
            { label: "Neto", figure: amount(bill.netAmount), weight: "subtotal" },
            { label: taxLabel(bill, tax, numbers), figure: amount(bill.taxAmount) },
            { label: "Total", figure: formatMoney(bill.totalAmount, numbers), weight: "total" },
          ]}
        />
      </div>
      <div className="mt-8">
        <Notice title={`¿Por qué el historial dice ${amount(bill.netAmount)}?`}>
          <p>{netExplanation(bill, tax.name, numbers)}</p>
        </Notice>
      </div>
    </>
  );
}
