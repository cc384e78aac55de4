import { daysWords, STATE_WORDS } from "@/components/domain/billing-words";
import { StateMark } from "@/components/ui/state-mark";
import type { HistoryRow } from "@/lib/billing/model";
import type { CivilDate } from "@/lib/kernel/civil-date";
import {
  capitalised,
  formatDateWithWeekday,
  formatDayOfYear,
  formatMoney,
  formatPeriod,
} from "@/lib/kernel/format";
import { companyJurisdiction, numberStyle } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { BillDocumentLink } from "../../_components/bill-document-link";

/** Bills named one by one; the rest are counted. */
const NAMED = 3;

interface OwedBillsProps {
  number: string;
  owed: readonly HistoryRow[];
  today: CivilDate;
}

/** What makes up a debt: each bill with its state, until when, and how much of it is open. */
export function OwedBills({ number, owed, today }: OwedBillsProps) {
  const others = owed.length - NAMED;
  const { bill: word } = companyJurisdiction().words;
  return (
    <>
      <ul className="mt-4 border-t border-line">
        {owed.slice(0, NAMED).map((bill) => (
          <li key={`${bill.period}/${bill.document}`} className="border-b border-line py-3">
            <OwedBill number={number} bill={bill} today={today} />
          </li>
        ))}
      </ul>
      {others > 0 && (
        <p className="mt-3">
          <a href={routes.history(number)}>
            {others === 1 ? `Y una ${word} más sin pagar` : `Y ${others} ${word}s más sin pagar`}
          </a>
        </p>
      )}
    </>
  );
}

/** With its year only where that is not this one. */
const dueDay = (dueOn: CivilDate, today: CivilDate) =>
  dueOn.slice(0, 4) === today.slice(0, 4) ? formatDayOfYear(dueOn) : formatDateWithWeekday(dueOn);

function OwedBill({ number, bill, today }: { number: string; bill: HistoryRow; today: CivilDate }) {
  const { settlement, dueOn, period, totalAmount } = bill;
  if (!settlement) return null;
  const { state, owedAmount } = settlement;
  const numbers = numberStyle();
  const word = capitalised(companyJurisdiction().words.bill);
  return (
    <>
      <StateMark state={state}>{STATE_WORDS[state]}</StateMark>
      <p className="flex max-w-none flex-wrap justify-between gap-x-4 font-[650]">
        <span>
          {dueOn
            ? `${state === "overdue" ? "venció el" : "hasta el"} ${dueDay(dueOn, today)}`
            : "sin fecha de vencimiento"}
        </span>
        <span className="ml-auto tabular-nums">{formatMoney(owedAmount, numbers)}</span>
      </p>
      <p className="text-note text-ink-soft">
        {dueOn && `${daysWords(dueOn, today)} `}
        <a href={routes.charges(number, period)}>
          {word} de {formatPeriod(period)}
        </a>
        {owedAmount !== totalAmount && `, que suma ${formatMoney(totalAmount, numbers)}`}.
      </p>
      <p className="text-note">
        <BillDocumentLink number={number} row={bill} />
      </p>
    </>
  );
}
