import { STATE_WORDS } from "@/components/domain/billing-words";
import { Answer } from "@/components/ui/answer";
import { StateMark } from "@/components/ui/state-mark";
import type { CivilDate } from "@/lib/kernel/civil-date";
import { formatDate, formatDateWithWeekday, formatMoney, formatPeriod } from "@/lib/kernel/format";
import { monthsBetween, periodOf } from "@/lib/kernel/period";
import { companyJurisdiction, numberStyle } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { BillDocumentLink } from "../../_components/bill-document-link";
import type { DesktopEntry } from "../desktop";
import { OwedBills } from "./owed-bills";
import { WaysToPay } from "./ways-to-pay";

/** Nobody is billed more seldom than every six months: after these, the company has loaded nothing of late. */
const SILENT_MONTHS = 8;

/** The answer of a supply: what is owed and until when, or that nothing is. */
export function Standing({ entry, today }: { entry: DesktopEntry; today: CivilDate }) {
  const { usagePoint, last, owed, account } = entry;
  const numbers = numberStyle();
  const { bill } = companyJurisdiction().words;
  if (!last) return <Headline>{`Todavía no hay ${bill}s cargadas`}</Headline>;
  if (!account)
    return (
      <>
        <Answer label={`Total de la última ${bill}, ${formatPeriod(last.period)}`}>
          {formatMoney(last.totalAmount, numbers)}
        </Answer>
        <p className="mt-3">
          {last.dueOn && `Vencimiento: ${formatDateWithWeekday(last.dueOn)}. `}La empresa no ha cargado pagos:
          aquí no se sabe si está pagada. <LastBillLinks entry={entry} />
        </p>
      </>
    );
  if (owed.length > 0)
    return (
      <>
        <Answer label="Debe">{formatMoney(account.owedAmount, numbers)}</Answer>
        <OwedBills number={usagePoint.number} owed={owed} today={today} />
        <WaysToPay />
      </>
    );
  return (
    <>
      <Headline>No debe nada</Headline>
      {account.creditAmount !== "0" && (
        <p className="mt-2">Tiene {formatMoney(account.creditAmount, numbers)} a su favor.</p>
      )}
      <LastPaid entry={entry} />
      {monthsBetween(last.period, periodOf(today)) > SILENT_MONTHS && (
        <p className="mt-2">Después de esa {bill} la empresa no ha cargado ninguna.</p>
      )}
    </>
  );
}

function Headline({ children }: { children: string }) {
  return <p className="text-h2 font-bold tracking-[-0.015em]">{children}</p>;
}

function LastPaid({ entry }: { entry: DesktopEntry }) {
  const { last } = entry;
  if (!last) return null;
  const paidOn = last.settlement?.paidOn;
  return (
    <p className="mt-2">
      Última {companyJurisdiction().words.bill}: {formatPeriod(last.period)}. Total a pagar{" "}
      {formatMoney(last.totalAmount, numberStyle())},{" "}
      <StateMark state="paid">{STATE_WORDS.paid.toLowerCase()}</StateMark>
      {paidOn && ` el ${formatDate(paidOn)}`}.
      {last.dueOn && ` Fecha de vencimiento: ${formatDate(last.dueOn)}.`} <LastBillLinks entry={entry} />
    </p>
  );
}

function LastBillLinks({ entry: { usagePoint, last } }: { entry: DesktopEntry }) {
  if (!last) return null;
  return (
    <>
      <BillDocumentLink number={usagePoint.number} row={last} />
      {" · "}
      <a href={routes.charges(usagePoint.number, last.period)}>Ver los cargos</a>
    </>
  );
}
