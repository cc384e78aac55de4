import { STATE_WORDS } from "@/components/domain/billing-words";
import { StateMark } from "@/components/ui/state-mark";
import type { BillDetail } from "@/lib/billing/model";
import { formatDate, formatMoney, type NumberStyle } from "@/lib/kernel/format";

/** Whether a bill is paid, and until when it could be or can be. */
export function BillStanding({ bill, numbers }: { bill: BillDetail; numbers: NumberStyle }) {
  const { settlement, dueOn, totalAmount } = bill;
  const due = dueOn && formatDate(dueOn);
  if (!settlement)
    return (
      <p className="mt-3">
        {due && `Vencimiento: ${due}. `}La empresa no ha cargado pagos: aquí no se sabe si está pagada.
      </p>
    );
  const { state, owedAmount, paidOn } = settlement;
  const part = owedAmount !== totalAmount && state !== "paid";
  return (
    <p className="mt-3">
      <StateMark state={state}>{STATE_WORDS[state]}</StateMark>
      {state === "paid" && paidOn && ` el ${formatDate(paidOn)}`}
      {part && `, faltan ${formatMoney(owedAmount, numbers)}`}.
      {due && ` ${state === "owed" ? "Vence" : state === "overdue" ? "Venció" : "Vencía"} el ${due}.`}
    </p>
  );
}
