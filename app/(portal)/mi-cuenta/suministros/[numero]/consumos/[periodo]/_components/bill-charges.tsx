import { adjustmentWords, lineItemSum, netExplanation, taxLabel } from "@/components/domain/billing-words";
import { Explanation } from "@/components/ui/explanation";
import { Notice } from "@/components/ui/notice";
import { Sums } from "@/components/ui/sums";
import { Cell, Column, Row, RowHeader, Table } from "@/components/ui/table";
import type { BillDetail, LineItem } from "@/lib/billing/model";
import type { ConsumptionTax, Words } from "@/lib/jurisdiction/jurisdiction";
import { formatAmount, formatMoney, type NumberStyle } from "@/lib/kernel/format";

interface BillChargesProps {
  bill: BillDetail;
  /** What the company says of each charge, by what the bill prints. */
  explanations: ReadonlyMap<string, string>;
  tax: ConsumptionTax;
  words: Words;
  numbers: NumberStyle;
}

/** Every line of a bill, what they add up to, and why the history shows another figure. */
export function BillCharges({ bill, explanations, tax, words, numbers }: BillChargesProps) {
  const amount = (value: BillDetail["totalAmount"]) => formatAmount(value, numbers);
  return (
    <>
      <Table
        caption="Los cargos"
        note="Toque el nombre de un cargo para saber qué es."
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
        {bill.lineItems.map((item) => (
          <Row key={item.line}>
            <RowHeader>
              <Explanation
                term={item.description}
                aside={<Aside item={item} billWord={words.bill} numbers={numbers} />}
              >
                <p>
                  {explanations.get(item.description) ??
                    "La empresa no ha descrito este cargo. Si no lo entiende, pregúntele qué es y por qué se lo cobra."}
                </p>
              </Explanation>
            </RowHeader>
            <Cell number>{item.taxable ? "SI" : "NO"}</Cell>
            <Cell number>{amount(item.amount)}</Cell>
          </Row>
        ))}
      </Table>
      <div className="mt-3">
        <Sums
          sums={[
            { label: `Suma afecta a ${tax.name}`, figure: amount(bill.taxableAmount) },
            { label: `Suma no afecta (${words.exempt})`, figure: amount(bill.exemptAmount) },
            { label: "Neto", figure: amount(bill.netAmount), weight: "subtotal" },
            { label: taxLabel(bill, tax, numbers), figure: amount(bill.taxAmount) },
            { label: "Total", figure: formatMoney(bill.totalAmount, numbers), weight: "total" },
          ]}
        />
      </div>
      <div className="mt-8">
        <Notice title={`¿Por qué el historial dice ${amount(bill.netAmount)}?`}>
          <p>{netExplanation(bill, { bill: words.bill, tax: tax.name }, numbers)}</p>
        </Notice>
      </div>
    </>
  );
}

/** How the amount comes about, and what a line does that is no charge. */
function Aside({ item, billWord, numbers }: { item: LineItem; billWord: string; numbers: NumberStyle }) {
  const notes = [lineItemSum(item, numbers), adjustmentWords(item, billWord)].filter((note) => note !== null);
  return notes.map((note) => (
    <span key={note} className="block">
      {note}
    </span>
  ));
}
